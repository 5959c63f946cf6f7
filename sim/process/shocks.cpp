#include "sim/process/shocks.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/departure.hpp"

#include <algorithm>

namespace canopy {

void Shocks::decide(World const& now, Decision& into) const {
    into.demand = {};
    into.power_price = 0.0;
    into.credit_squeeze = 0.0;
    into.land_demand = 0.0;
    into.leaving.clear();
    for (auto const& shock : shocks_) {
        if (shock.kind == ShockKind::leader_leaves) {
            if (now.month != shock.from) continue;
            auto const found = select_rows<FirmId>(now.firms.rows(), [&](FirmId firm) {
                return now.firms.alive(firm)
                       && now.firms.leader[firm] == shock.leader + 1;
            });
            into.leaving.insert(into.leaving.end(), found.begin(), found.end());
            continue;
        }
        if (now.month < shock.from || (shock.until && now.month >= *shock.until))
            continue;
        if (shock.kind == ShockKind::power_price) into.power_price += shock.size;
        if (shock.kind == ShockKind::land_demand) into.land_demand += shock.size;
        if (shock.kind == ShockKind::credit) into.credit_squeeze -= shock.size;
        if (shock.kind != ShockKind::demand) continue;
        for (std::size_t sector = 0; sector < now.sectors.size(); ++sector)
            if (shock.sectors.empty()
                || std::find(
                       shock.sectors.begin(), shock.sectors.end(), SectorId{sector})
                       != shock.sectors.end()) {
                into.demand[sector] += shock.size;
            }
    }
    into.credit_squeeze = std::clamp(into.credit_squeeze, 0.0, 1.0);
}

void Shocks::apply(Decision const& decision, World& world) const {
    world.outside.demand_shock = decision.demand;
    world.outside.power_price = decision.power_price;
    world.outside.credit_squeeze = decision.credit_squeeze;
    world.outside.land_demand = decision.land_demand;
    for (auto const firm : decision.leaving)
        close_firm(world, firm, ExitReason::withdrawn);
}

} // namespace canopy
