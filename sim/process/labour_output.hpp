#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// What a firm's worker can make where the firm stands [units/month]: A · agg · opw / 12.
/// Source: MODEL.md S2, S6.
[[nodiscard]] inline double output_per_worker(World const& world, FirmId firm) {
    auto const& firms = world.firms;
    auto const sector = firms.sector[firm].row();
    return static_cast<double>(firms.productivity[firm])
           * world.around.agglomeration[sector][firms.place[firm].row()]
           * world.sectors[sector].output_per_worker / 12.0;
}

} // namespace canopy
