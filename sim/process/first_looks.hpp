#pragma once

#include "sim/base/many_draws.hpp"
#include "sim/base/prefetch.hpp"
#include "sim/process/job_choice.hpp"

#include <span>
#include <vector>

namespace canopy {

/// What seekers draw whatever they find: drawn for many together, since looking up one's
/// job need not wait for another's.
class FirstLooks {
  public:
    FirstLooks(
        JobChoice const& choice,
        World const& now,
        JobRings const& rings,
        std::span<PersonId const> seekers)
        : looks_{static_cast<std::size_t>(choice.seen)}
        , first_(seekers.size())
        , draws_(looks_ * seekers.size()) {
        std::vector<std::uint64_t> agents;
        for (auto const person : seekers)
            agents.push_back(now.people.id[person]);
        constexpr auto purpose = Purpose::job_candidates;
        draw_many(now.luck, now.month, purpose, agents, first_);
        std::vector<DrawBlock> bits(seekers.size());
        for (std::size_t look = 0; look < looks_; ++look) {
            std::vector<std::uint32_t> const numbers(
                seekers.size(), choice.number_of(static_cast<int>(look), 0));
            draw_many(now.luck, now.month, purpose, agents, numbers, bits);
            for (std::size_t at = 0; at < seekers.size(); ++at) {
                auto& draw = draws_[at * looks_ + look];
                draw = choice.follow(now, rings, seekers[at], bits[at]);
                if (draw.offer != HashRing::nothing) prefetch(now.job_offers[draw.offer]);
            }
        }
    }

    /// Looks that everybody takes.
    [[nodiscard]] int looks() const { return static_cast<int>(looks_); }

    /// Says how many jobs the hub shows besides.
    [[nodiscard]] double luck_at_hub(std::size_t seeker) const {
        return uniform(first_[seeker][0]);
    }

    [[nodiscard]] JobDraw const& of(std::size_t seeker, int look) const {
        return draws_[seeker * looks_ + static_cast<std::size_t>(look)];
    }

  private:
    std::size_t looks_;
    std::vector<DrawBlock> first_;
    std::vector<JobDraw> draws_; ///< by seeker and look
};

} // namespace canopy
