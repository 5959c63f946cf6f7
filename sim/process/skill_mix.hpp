#pragma once

#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// Shares of the three skills in the jobs of an employer.
using SkillMix = std::array<double, n_skills>;

inline constexpr SkillMix public_skills{0.1, 0.4, 0.5};  ///< prototype
inline constexpr SkillMix outside_skills{0.4, 0.4, 0.2}; ///< judgement

/// The skill that an even draw finds in a mix.
[[nodiscard]] inline std::uint8_t draw_skill(SkillMix const& mix, double u) {
    std::uint8_t skill = 0;
    auto left = u * (mix[0] + mix[1] + mix[2]) - mix[0];
    while (left > 0.0 && skill + 1U < n_skills)
        left -= mix[++skill];
    return skill;
}

} // namespace canopy
