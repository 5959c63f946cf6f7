#pragma once

#include "sim/base/hash.hpp"

#include <cstdint>

namespace canopy {

/// Whether a firm belongs to the fixed sample of one in fifty that is followed month by
/// month: the same firms in every scenario.
[[nodiscard]] constexpr bool in_panel(std::uint64_t id) {
    constexpr std::uint64_t one_in = 50;
    return scramble(id) % one_in == 0;
}

/// Whether a person belongs to the fixed sample of one in two hundred.
[[nodiscard]] constexpr bool in_person_panel(std::uint64_t id) {
    constexpr std::uint64_t one_in = 200;
    return scramble(id) % one_in == 0;
}

} // namespace canopy
