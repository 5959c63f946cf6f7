#include "sim/kpi/relocation.hpp"

namespace canopy {

Measures relocation_measures() {
    Meaning const out{"enterprises that left the zone", "迁出企业", "MODEL.md S11"};
    return {
        total(
            "moves_in",
            "enterprises a month",
            {"enterprises that came from outside", "迁入企业", "MODEL.md S11"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.moves_in);
            }),
        total(
            "moves_out",
            "enterprises a month",
            out,
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.moves_out);
            }),
        total(
            "moves_out_expected",
            "enterprises a month",
            {"enterprises expected to leave the zone: the sum of the chances of the "
             "twelfth that looks around, times twelve",
             "预期迁出企业：当月复核企业的概率之和乘以十二",
             "MODEL.md S11"},
            [](World const& world, Tally const&) {
                return world.counts.moves_out_expected;
            }),
        by("place",
           "moves_out",
           "enterprises a month",
           out,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.counts.moves_out_from);
           }),
        total(
            "land_sold",
            "m² a month",
            {"industrial land sold to firms that enlarge their own plants",
             "售予扩建企业的工业用地",
             "MODEL.md S11"},
            [](World const& world, Tally const&) { return world.counts.land_sold; }),
        total(
            "moves_within",
            "enterprises a month",
            {"enterprises that changed place inside the zone",
             "区内搬迁",
             "MODEL.md S11"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.moves_within);
            }),
    };
}

} // namespace canopy
