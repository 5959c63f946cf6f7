#include "sim/process/job_search.hpp"

#include "sim/base/chance.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/gathered.hpp"

#include <algorithm>

namespace canopy {

namespace {

/// Somebody laid off lately whom the rapid-response rule serves before others.
bool served_first(World const& now, PersonId person) {
    auto const& people = now.people;
    return people.activity[person] == Activity::unemployed
           && people.has(person, Mark::laid_off)
           && now.month.index() - people.since[person] < rapid_months
           && uniform(hash_of_month(people.id[person], Month{0}))
                  < now.policy.rapid_response;
}

} // namespace

void remove_filled(JobOffers& offers, std::vector<std::uint8_t> const& filled) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < offers.size(); ++at)
        if (filled[at] == 0) offers[kept++] = offers[at];
    offers.resize(kept);
}

void note_filling_time(LabourMarket& labour, std::int64_t months, std::int64_t jobs) {
    if (jobs == 0) return;
    constexpr double memory = 0.8;
    auto const now = static_cast<double>(months) / static_cast<double>(jobs);
    labour.offer_months = labour.offer_months > 0.0
                              ? memory * labour.offer_months + (1.0 - memory) * now
                              : now;
}

bool JobSearch::searches(World const& now, PersonId person, double u) const {
    auto const& people = now.people;
    auto const home = now.communities[people.community[person]].place.row();
    auto const outlet = now.policy.outlet_coverage[home];
    switch (people.activity[person]) {
    case Activity::unemployed: {
        auto const months = now.month.index() - people.since[person];
        return months <= long_out_of_work
               || u < params_.long_term_search
                          + (1.0 - params_.long_term_search) * outlet;
    }
    case Activity::inactive:
        return u < params_.inactive_search * outlet;
    case Activity::employed:
        return u < params_.employed_search && may_leave(now, person);
    default:
        return false;
    }
}

std::vector<PersonId> JobSearch::seekers(World const& now) const {
    auto const& people = now.people;
    auto const& outlets = now.policy.outlet_coverage;
    auto const most_outlets = *std::max_element(outlets.begin(), outlets.end());
    std::array<Chance, n_activities> most{}; ///< of searching
    most[index_of(Activity::unemployed)] = Chance{1.0};
    most[index_of(Activity::inactive)] = Chance{params_.inactive_search * most_outlets};
    most[index_of(Activity::employed)] = Chance{params_.employed_search};
    Gathered<PersonId> looking;
    looking.collect_drawn<PersonId>(
        now.luck,
        now.month,
        Purpose::job_search,
        people.id.values(),
        [&](PersonId person) {
            return !most[index_of(people.activity[person])].never();
        },
        [&](std::vector<PersonId>& found, PersonId person, DrawBlock const& draws) {
            if (most[index_of(people.activity[person])].takes(draws[0])
                && searches(now, person, uniform(draws[0]))) {
                found.push_back(person);
            }
        });
    return std::move(looking.all());
}

void JobSearch::decide(World const& now, Decision& into) const {
    params_.open(now, into.market);
    into.seekers = seekers(now);
    into.least.resize(into.seekers.size());
    into.options.resize(into.seekers.size());
    for_each_block(
        into.seekers.size(), [&](std::size_t, std::size_t first, std::size_t last) {
            auto const some = std::span{into.seekers}.subspan(first, last - first);
            auto const least = std::span{into.least}.subspan(first, some.size());
            params_.least_values(now, into.market, some, least);
            params_.look_around(
                now,
                into.market,
                some,
                least,
                std::span{into.options}.subspan(first, some.size()));
        });
    ask_agencies(now, into);
    match(now, into);
}

void JobSearch::match(World const& now, Decision& into) const {
    auto const& people = now.people;
    into.left.assign(now.job_offers.size(), 1.0);
    into.matches.clear();
    std::vector<std::uint8_t> next(into.seekers.size());
    std::vector<std::uint32_t> waiting;
    for (std::size_t at = 0; at < into.seekers.size(); ++at)
        if (into.options[at].size > 0)
            waiting.push_back(static_cast<std::uint32_t>(at));
    for (int round = 0; round < params_.rounds && !waiting.empty(); ++round) {
        auto const month_and_round = combine(
            static_cast<std::uint64_t>(now.month.index()),
            static_cast<std::uint64_t>(round));
        into.proposals.resize(waiting.size());
        for_each_row<std::size_t>(waiting.size(), [&](std::size_t number) {
            auto const at = waiting[number];
            auto const person = into.seekers[at];
            auto const offer = into.options[at].jobs[next[at]].offer;
            auto const& job = now.job_offers[offer];
            // Firms prefer those who know the work and are not above it.
            auto const fit =
                (people.sector[person] == job.sector ? 1.0F : 0.0F)
                - 0.5F * static_cast<float>(people.skill[person] - job.least_skill);
            into.proposals[number] = {
                .seller = offer,
                .request = at,
                .tier = static_cast<std::uint8_t>(served_first(now, person) ? 1 : 0),
                .score = fit,
                .hash = combine(people.id[person], month_and_round),
                .quantity = 1.0};
        });
        waiting.clear();
        for (auto const& answer : matching::share_out(into.proposals, into.left, 1.0)) {
            auto const at = answer.request;
            auto const& options = into.options[at];
            auto const& option = options.jobs[next[at]];
            if (answer.accepted) {
                into.matches.push_back({at, option.offer, option.channel});
            } else if (++next[at] < options.size) {
                waiting.push_back(at);
            }
        }
    }
}

void JobSearch::apply(Decision& decision, World& world) const {
    auto& offers = world.job_offers;
    std::vector<std::uint8_t> filled(offers.size());
    std::int64_t months = 0;
    std::int64_t jobs = 0;
    for (auto const& [seeker, at, channel] : decision.matches) {
        auto const person = decision.seekers[seeker];
        auto const& offer = offers[at];
        if (world.people.activity[person] == Activity::employed
            && !may_leave(world, person)) {
            continue; // somebody else left before
        }
        take_job(
            world,
            person,
            offer.employer,
            offer.sector,
            world.people.has(person, Mark::trained) ? Channel::training : channel,
            registration_);
        filled[at] = 1;
        if (!is_firm(offer.employer)) continue;
        ++world.counts.hires;
        ++jobs;
        months += world.month.index() - offer.opened + 1;
    }
    world.counts.offer_months += months;
    note_filling_time(world.labour, months, jobs);
    remove_filled(offers, filled);
    world.staff.rebuild(world.people, world.firms.rows());
}

} // namespace canopy
