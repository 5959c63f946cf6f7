#include "sim/kpi/levers.hpp"

namespace canopy {

Measures lever_measures() {
    Meaning const cost{
        "what the budget pays for the levers", "政策杠杆公共成本", "MODEL.md S15"};
    return {
        total(
            "lever_cost",
            "yuan a month",
            cost,
            [](World const& world, Tally const&) {
                return yuan(sum_of(world.use.spent));
            }),
        by("lever",
           "lever_cost",
           "yuan a month",
           cost,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_yuan_to(into, world.use.spent);
           }),
        by("lever",
           "lever_use",
           "units a month",
           {"use of each lever in its own unit",
            "各杠杆的使用量（各自单位）",
            "MODEL.md 5"},
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.use.units);
           }),
    };
}

} // namespace canopy
