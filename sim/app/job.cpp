#include "sim/app/job.hpp"

namespace canopy::app {

bool of_one_seed(Job const& a, Job const& b) {
    return a.seed == b.seed && a.out == b.out
           && a.first_of_scenario == b.first_of_scenario;
}

std::vector<Job> paired_jobs(
    std::vector<Scenario> const& scenarios,
    std::vector<std::uint64_t> const& seeds,
    std::filesystem::path const& out,
    std::string const& label_prefix) {
    std::vector<Job> jobs;
    for (auto const seed : seeds)
        for (auto const& scenario : scenarios)
            jobs.push_back(
                {&scenario,
                 seed,
                 seed == seeds.front(),
                 out,
                 label_prefix + scenario.name});
    return jobs;
}

} // namespace canopy::app
