#pragma once

#include "sim/io/run_layout.hpp"
#include "sim/world/world.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace canopy {

/// Where a property of enterprises is written.
enum class Written : std::uint8_t { snapshots, panel_and_snapshots };

/// A property of enterprises in the run file.
struct FirmColumn {
    io::Column column;
    Written written = Written::panel_and_snapshots;
    double (*value)(World const&, FirmId) = nullptr;
};

/// Every property but the id, in the order of the file; codes are named after the
/// world.
[[nodiscard]] std::vector<FirmColumn> firm_columns(World const& world);

/// An id as the run file holds it.
[[nodiscard]] constexpr std::int64_t file_id(std::uint64_t id) {
    return static_cast<std::int64_t>(id);
}

} // namespace canopy
