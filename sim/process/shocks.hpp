#pragma once

#include "sim/base/month.hpp"
#include "sim/world/world.hpp"

#include <optional>
#include <vector>

namespace canopy {

enum class ShockKind : std::uint8_t {
    demand,
    leader_leaves,
    power_price,
    credit,
    land_demand
};

/// Something that happens to the zone, dated by the scenario.
struct Shock {
    ShockKind kind = ShockKind::demand;
    Month from;
    std::optional<Month> until; ///< exclusive
    double size = 0.0; ///< share added to (−: taken from) demand, power price, lending, land
    std::vector<SectorId> sectors; ///< of a demand shock; empty = all
    std::size_t leader = 0;        ///< index of the leader that leaves
};

/// Puts this month's shocks into the outside world; a leader that leaves closes.
/// Source: MODEL.md, stresses.
class Shocks {
  public:
    static constexpr std::string_view key = "shocks";

    struct Decision {
        std::array<double, max_sectors> demand{};
        double power_price = 0.0;
        double credit_squeeze = 0.0;
        double land_demand = 0.0;
        std::vector<FirmId> leaving;
    };

    explicit Shocks(std::vector<Shock> shocks)
        : shocks_{std::move(shocks)} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    std::vector<Shock> shocks_;
};

} // namespace canopy
