#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace canopy::io {

/// Shuffles the bytes of fixed-size values and deflates them, as the HDF5 filters of
/// the same names do, at the level that takes the least time.
[[nodiscard]] std::vector<std::byte>
shuffle_and_deflate(std::span<std::byte const> values, std::size_t value_size);

} // namespace canopy::io
