#pragma once

#include <cstddef>

namespace canopy {

/// How many elements further on a loop asks for what it will read at random: far enough
/// that it has come from memory by then, near enough that it has not gone again.
inline constexpr std::size_t look_ahead = 16;

/// Asks for the cache line of `value`, which will be read soon; changes nothing.
template<class Value>
void prefetch(Value const& value) {
    __builtin_prefetch(&value);
}

} // namespace canopy
