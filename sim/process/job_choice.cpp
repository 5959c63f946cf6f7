#include "sim/process/job_choice.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/first_looks.hpp"

#include <algorithm>

namespace canopy {

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

void JobChoice::open(World const& now, JobMarket& market) const {
    market.advertised = advertised_jobs(now);
    market.rings.fill(now, market.advertised);
    market.log_pay.clear();
    for (auto const& offer : now.job_offers)
        market.log_pay.push_back(static_cast<double>(offer.pay));
    log(market.log_pay);
    for (std::size_t row = 0; row < now.places.size(); ++row)
        market.at_work[row] = livability_weight * log(now.places.rows[row].livability);
    for (std::size_t row = 0; row < now.communities.size(); ++row)
        market.at_home[row] =
            livability_weight * log(now.communities.rows[row].livability);
}

double JobChoice::value(
    World const& now, JobMarket const& market, PersonId person, std::uint32_t offer) const {
    auto const& job = now.job_offers[offer];
    auto const home = now.communities[now.people.community[person]].place;
    auto const taste =
        uniform(hash_of_month(combine(now.people.id[person], job.id), now.month));
    return market.log_pay[offer] - distance_cost * now.places.km[home.row()][job.place.row()]
           + market.at_work[job.place.row()] + noise * normal(taste);
}

void JobChoice::least_values(
    World const& now,
    JobMarket const& market,
    std::span<PersonId const> seekers,
    std::span<double> into) const {
    auto const& people = now.people;
    for (std::size_t at = 0; at < seekers.size(); ++at) {
        auto const person = seekers[at];
        auto const usual = skill_wage[people.skill[person]]
                           * now.labour.sector_wage[people.sector[person].row()];
        auto const last = usual > 0.0 && people.wage[person] > 0.0F
                              ? static_cast<double>(people.wage[person]) / usual
                              : 1.0;
        into[at] = people.activity[person] == Activity::employed
                       ? last
                       : reservation * std::min(last, reservation_cap);
    }
    log(into);
    for (std::size_t at = 0; at < seekers.size(); ++at) {
        auto const person = seekers[at];
        auto const home = market.at_home[people.community[person].row()];
        auto const months = now.month.index() - people.since[person];
        into[at] = people.activity[person] == Activity::employed
                       ? into[at] + switching_premium - home
                       : into[at] - reservation_discount - patience_loss * months - home;
    }
}

JobDraw JobChoice::follow(
    World const& now,
    JobRings const& rings,
    PersonId person,
    DrawBlock const& bits) const {
    auto const home = now.communities[now.people.community[person]].place.row();
    auto const u = uniform(bits[0]);
    auto const near = u < near_home;
    auto const by_street =
        !near && u < near_home + near_home_by_street * now.policy.street_coverage[home];
    auto const& ring = (near || by_street) && rings.at_place[home].size() > 0
                           ? rings.at_place[home]
                           : rings.everywhere;
    return {bits, ring.at(bits[1]), by_street};
}

void JobChoice::look(
    World const& now,
    JobMarket const& market,
    FirstLooks const& first,
    std::size_t seeker,
    PersonId person,
    double least,
    JobOptions& into) const {
    auto const& people = now.people;
    auto const& policy = now.policy;
    auto const at_home = now.communities[people.community[person]].place.row();
    auto const hub = policy.hub_coverage[at_home];
    auto const own = first.looks();
    auto const all = own + round_by_luck(seen_by_hub * hub, first.luck_at_hub(seeker));
    auto const reached = people.activity[person] == Activity::inactive
                         || (people.activity[person] == Activity::unemployed
                             && now.month.index() - people.since[person]
                                    > long_out_of_work);
    auto const served = std::max(hub, policy.street_coverage[at_home]);

    for (int look = 0; look < all; ++look) {
        for (int again = 0; again <= redraws; ++again) {
            auto const draw =
                look < own && again == 0
                    ? first.of(seeker, look)
                    : follow(
                        now,
                        market.rings,
                        person,
                        now.luck.block(
                            people.id[person],
                            now.month,
                            Purpose::job_candidates,
                            number_of(look, again)));
            auto const offer = draw.offer;
            if (offer == HashRing::nothing) return;
            auto const& job = now.job_offers[offer];
            auto const advertised = market.advertised[offer] != 0;
            if (job.employer == people.employer[person]
                || !fits(now, person, job, advertised)) {
                // A station may offer another one instead.
                if (uniform(draw.bits[2]) < served) continue;
                break;
            }
            auto const utility = value(now, market, person, offer);
            if (utility > least) {
                into.consider(
                    {static_cast<float>(utility),
                     offer,
                     advertised ? Channel::park_company
                     : reached && policy.outlet_coverage[at_home] > 0.0 ? Channel::outlet
                     : job.least_skill < job.skill && people.skill[person] < job.skill
                             && policy.park_coverage[job.place.row()] > 0.0
                         ? Channel::park
                     : draw.by_street || again > 0 ? Channel::street
                     : look >= own                 ? Channel::hub
                                                   : Channel::own_search});
            }
            break;
        }
    }
}

void JobChoice::look_around(
    World const& now,
    JobMarket const& market,
    std::span<PersonId const> seekers,
    std::span<double const> least,
    std::span<JobOptions> into) const {
    FirstLooks const first{*this, now, market.rings, seekers};
    for (std::size_t at = 0; at < seekers.size(); ++at) {
        into[at] = {};
        look(now, market, first, at, seekers[at], least[at], into[at]);
    }
}

} // namespace canopy
