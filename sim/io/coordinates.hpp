#pragma once

#include "sim/io/hdf5_file.hpp"
#include "sim/io/run_layout.hpp"

#include <string>

namespace canopy::io {

/// Months written to a file at a time; also the months in a chunk.
inline constexpr std::uint64_t months_together = 12;

void describe(
    Hdf5Object& object,
    std::string const& unit,
    std::string const& long_name,
    std::string const& long_name_zh);

/// Says what a column is, with the meanings of its codes and what precision was kept.
void describe(Hdf5Dataset& dataset, Column const& column);

/// Marks numbers as the first day of a month, in days since December 2022.
void describe_months(Hdf5Dataset& dataset);

/// The growing coordinate `month`.
[[nodiscard]] Hdf5Dataset create_months(Hdf5Group& group);

/// A coordinate of names, with their Chinese beside it as `<axis>_zh`.
[[nodiscard]] Hdf5Dataset create_axis(Hdf5Group& group, Axis const& axis);

} // namespace canopy::io
