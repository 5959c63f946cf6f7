#include "sim/base/parallel.hpp"
#include "sim/process/job_rings.hpp"
#include "sim/process/job_search.hpp"

namespace canopy {

/// HR firms take the jobs that have been open longest and look for the best of a few
/// people out of work.
void JobSearch::ask_agencies(World const& now, Decision& into) const {
    auto const seats = static_cast<std::size_t>(now.policy.agency_seats);
    if (seats == 0) return;
    HashRing out_of_work;
    for (std::size_t at = 0; at < into.seekers.size(); ++at)
        if (now.people.activity[into.seekers[at]] != Activity::employed)
            out_of_work.add(
                hash_of_month(now.people.id[into.seekers[at]], now.month),
                static_cast<std::uint32_t>(at));
    out_of_work.close();
    auto const jobs = first_of_firms(
        now.job_offers,
        seats,
        [](JobOffer const&) { return true; },
        [](JobOffer const& a, JobOffer const& b) {
            return a.opened != b.opened ? a.opened < b.opened : a.id < b.id;
        });
    if (out_of_work.size() == 0) return;
    std::vector<std::uint32_t> best(jobs.size(), HashRing::nothing); ///< seeker by job
    auto const look_for = [&](std::size_t number) {
        auto const& job = now.job_offers[jobs[number]];
        double most = 0.0;
        for (int draw = 0; draw < params_.agency_candidates; ++draw) {
            auto const bits = now.luck.block(
                job.id,
                now.month,
                Purpose::job_candidates,
                static_cast<std::uint32_t>(draw));
            auto const at = out_of_work.at(bits[0]);
            auto const person = into.seekers[at];
            if (!params_.fits(now, person, job, true)) continue;
            auto const gain =
                params_.value(now, into.market, person, jobs[number]) - into.least[at];
            if (gain <= most) continue;
            most = gain;
            best[number] = at;
        }
    };
    run_blocks(jobs.size(), BlockBody{look_for});
    for (std::size_t number = 0; number < jobs.size(); ++number) {
        auto const at = best[number];
        if (at == HashRing::nothing) continue;
        into.options[at].consider(
            {static_cast<float>(
                 params_.value(now, into.market, into.seekers[at], jobs[number])),
             jobs[number],
             Channel::agency});
    }
}

} // namespace canopy
