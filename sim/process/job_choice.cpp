#include "sim/process/job_choice.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/job_rings.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr int long_out_of_work = 12; ///< [months]

} // namespace

void JobOptions::consider(JobOption option) {
    for (std::size_t at = 0; at < size; ++at)
        if (jobs[at].offer == option.offer) return;
    auto const before = [](JobOption const& a, JobOption const& b) {
        return a.value != b.value ? a.value > b.value : a.offer < b.offer;
    };
    if (size == most && !before(option, jobs.back())) return;
    auto at = std::min(size, most - 1);
    for (; at > 0 && before(option, jobs[at - 1]); --at)
        jobs[at] = jobs[at - 1];
    jobs[at] = option;
    size = std::min(size + 1, most);
}

bool JobChoice::fits(
    World const& now, PersonId person, JobOffer const& offer, bool screened) const {
    auto const& people = now.people;
    if (people.skill[person] < offer.least_skill) return false;
    if (offer.least_skill == 0 || people.sector[person] == offer.sector) return true;
    auto const u = hash_of_month(combine(people.id[person], offer.id), Month{0});
    return uniform(u) < (screened ? screened_fit : other_sector_fit);
}

double
JobChoice::value(World const& now, PersonId person, JobOffer const& offer) const {
    auto const home = now.communities[now.people.community[person]].place;
    auto const taste =
        uniform(hash_of_month(combine(now.people.id[person], offer.id), now.month));
    return log(static_cast<double>(offer.pay))
           - distance_cost * now.places.km[home.row()][offer.place.row()]
           + livability_weight * log(now.places[offer.place].livability)
           + noise * normal(taste);
}

double JobChoice::least_value(World const& now, PersonId person) const {
    auto const& people = now.people;
    auto const usual = skill_wage[people.skill[person]]
                       * now.labour.sector_wage[people.sector[person].row()];
    auto const last = usual > 0.0 && people.wage[person] > 0.0F
                          ? static_cast<double>(people.wage[person]) / usual
                          : 1.0;
    auto const home = now.communities[people.community[person]].livability;
    if (people.activity[person] == Activity::employed)
        return log(last) + switching_premium - livability_weight * log(home);
    auto const months = now.month.index() - people.since[person];
    return log(reservation * std::min(last, reservation_cap)) - reservation_discount
           - patience_loss * months - livability_weight * log(home);
}

void JobChoice::look_around(
    World const& now,
    JobRings const& rings,
    std::vector<std::uint8_t> const& advertised,
    PersonId person,
    JobOptions& into) const {
    auto const& people = now.people;
    auto const& policy = now.policy;
    auto const home = now.communities[people.community[person]].place;
    auto const at_home = home.row();
    auto const least = least_value(now, person);
    auto const hub = policy.hub_coverage[at_home];
    auto const street = policy.street_coverage[at_home];
    auto const first =
        now.luck.block(people.id[person], now.month, Purpose::job_candidates);
    auto const own = static_cast<int>(seen);
    auto const all = own + round_by_luck(seen_by_hub * hub, uniform(first[0]));
    auto const reached = people.activity[person] == Activity::inactive
                         || (people.activity[person] == Activity::unemployed
                             && now.month.index() - people.since[person]
                                    > long_out_of_work);
    auto const served = std::max(hub, street);

    for (int draw = 0; draw < all; ++draw) {
        for (int again = 0; again <= redraws; ++again) {
            auto const bits = now.luck.block(
                people.id[person],
                now.month,
                Purpose::job_candidates,
                static_cast<std::uint32_t>(1 + draw * (redraws + 1) + again));
            auto const u = uniform(bits[0]);
            auto const near = u < near_home;
            auto const by_street = !near && u < near_home + near_home_by_street * street;
            auto const& ring = (near || by_street) && rings.at_place[at_home].size() > 0
                                   ? rings.at_place[at_home]
                                   : rings.everywhere;
            auto const offer = ring.at(bits[1]);
            if (offer == HashRing::nothing) return;
            auto const& job = now.job_offers[offer];
            if (job.employer == people.employer[person]
                || !fits(now, person, job, advertised[offer] != 0)) {
                // A station may offer another one instead.
                if (uniform(bits[2]) < served) continue;
                break;
            }
            auto const utility = value(now, person, job);
            if (utility > least) {
                into.consider(
                    {static_cast<float>(utility),
                     offer,
                     advertised[offer] != 0 ? Channel::park_company
                     : reached && policy.outlet_coverage[at_home] > 0.0 ? Channel::outlet
                     : job.least_skill < job.skill && people.skill[person] < job.skill
                             && policy.park_coverage[job.place.row()] > 0.0
                         ? Channel::park
                     : by_street || again > 0 ? Channel::street
                     : draw >= own            ? Channel::hub
                                              : Channel::own_search});
            }
            break;
        }
    }
}

} // namespace canopy
