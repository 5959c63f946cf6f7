#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// Something that happens to a firm this month, where it stands and as what it stands.
[[nodiscard]] inline Event
firm_event(World const& world, FirmId firm, EventKind kind) {
    auto const& firms = world.firms;
    Event event;
    event.month = world.month.index();
    event.kind = kind;
    event.firm = static_cast<std::int64_t>(firms.id[firm]);
    event.legal_form = static_cast<std::int8_t>(index_of(firms.kind[firm]));
    event.place_from = static_cast<std::int8_t>(firms.place[firm].row());
    event.sector = static_cast<std::int8_t>(firms.sector[firm].row());
    return event;
}

} // namespace canopy
