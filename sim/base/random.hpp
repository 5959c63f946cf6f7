#pragma once

#include "sim/base/month.hpp"

#include <array>
#include <cstdint>

#include <Random123/philox.h>

namespace canopy {

/// What a draw decides. Part of the counter: two decisions never share a number.
/// Values are stable; a new purpose takes a new number.
enum class Purpose : std::uint16_t {
    opening_kind = 1,
    opening_size,
    opening_age,
    opening_quality,
    sector_demand,
    demand_shock,
    leader_path,
    renewal,
    separation,
    hiring,
    review,
    gap_candidates,
    review_candidates,
    candidate_noise,
    platform_use,
    relation,
    reprice,
    credit,
    examine,
    adopt,
    innovation,
    digital,
    ladder,
    exit,
    relocation,
    destination,
    entry_count,
    entrant,
    spin_off,
    rationing,
    proposal,
    events,
    listing_backlog,
    land,
    opening_person,
    job_loss,
    job_offer,
    job_search,
    job_candidates,
    registration,
    training,
    life_course,
    arrival,
    first_team,
    project,
    fund_application,
    invitation,
    rung,
    alliance,
    opening_money,
};

/// Four independent 32-bit draws.
using DrawBlock = std::array<std::uint32_t, 4>;

/// Maps 32 random bits to the open interval (0, 1).
[[nodiscard]] constexpr double uniform(std::uint32_t bits) {
    return (static_cast<double>(bits) + 0.5) * (1.0 / 4294967296.0);
}

[[nodiscard]] double normal(double u);  ///< standard normal quantile (Acklam 2003)
[[nodiscard]] double laplace(double u); ///< Laplace quantile, scale 1
[[nodiscard]] double gumbel(double u);  ///< Gumbel quantile, scale 1
[[nodiscard]] int poisson(double mean, double u); ///< smallest k with P(K ≤ k) ≥ u

/// Counter-based draws: a number depends on (seed, agent, month, purpose, draw) only,
/// never on a thread, another agent or the order of calls; so two policies see the same
/// luck. Source: Philox4x32-10, Salmon et al. 2011.
class Luck {
  public:
    Luck() = default;

    explicit Luck(std::uint64_t seed)
        : seed_{seed} {}

    /// The word of a counter that says when and what for.
    [[nodiscard]] static std::uint32_t reason(Month month, Purpose purpose) {
        return (static_cast<std::uint32_t>(month.index() + 32768) << 16U)
               | static_cast<std::uint32_t>(purpose);
    }

    [[nodiscard]] DrawBlock
    block(std::uint64_t agent, Month month, Purpose purpose, std::uint32_t draw = 0)
        const {
        r123::Philox4x32::ctr_type const counter{
            {static_cast<std::uint32_t>(agent),
             static_cast<std::uint32_t>(agent >> 32U),
             reason(month, purpose),
             draw}};
        r123::Philox4x32::key_type const key{
            {static_cast<std::uint32_t>(seed_),
             static_cast<std::uint32_t>(seed_ >> 32U)}};
        auto const bits = r123::Philox4x32{}(counter, key);
        return {bits[0], bits[1], bits[2], bits[3]};
    }

    /// First draw of the block, in (0, 1).
    [[nodiscard]] double operator()(
        std::uint64_t agent,
        Month month,
        Purpose purpose,
        std::uint32_t draw = 0) const {
        return uniform(block(agent, month, purpose, draw)[0]);
    }

    [[nodiscard]] std::uint64_t seed() const { return seed_; }

  private:
    std::uint64_t seed_ = 0;
};

/// Rounds to one of the two neighbouring integers so that the mean is kept.
[[nodiscard]] inline int round_by_luck(double value, double u) {
    auto const low = static_cast<int>(value);
    return low + (u < value - static_cast<double>(low) ? 1 : 0);
}

} // namespace canopy
