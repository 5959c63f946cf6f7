#include "sim/kpi/entities.hpp"

namespace canopy {

namespace {

double identity(std::int64_t count) {
    return static_cast<double>(count);
}

} // namespace

Measures entity_measures() {
    Meaning const entities{"enterprises and individual businesses", "市场主体", "Z01"};
    Meaning const entries{
        "newly founded, spin-offs included", "新设市场主体（含裂变）", "S01"};
    Meaning const exits{"closed", "退出市场主体", "D10"};
    return {
        total(
            "entities",
            "enterprises",
            entities,
            [](World const&, Tally const& tally) {
                return static_cast<double>(sum_of(tally.firms.firms_of_kind));
            }),
        total(
            "entities_district",
            "enterprises",
            entities,
            [](World const& world, Tally const& tally) {
                return in_district(world, tally.firms.firms_in);
            }),
        by("kind",
           "entities",
           "enterprises",
           entities,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_to(into, tally.firms.firms_of_kind);
           }),
        by("place",
           "entities",
           "enterprises",
           entities,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_to(into, tally.firms.firms_in);
           }),
        by("sector",
           "entities",
           "enterprises",
           entities,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_to(into, tally.firms.firms);
           }),
        by("cluster",
           "entities",
           "enterprises",
           entities,
           [](World const& world, Tally const& tally, std::span<double> into) {
               sum_clusters(into, world.clusters, tally.firms.firms, identity);
           }),
        total(
            "entries",
            "enterprises a month",
            entries,
            [](World const& world, Tally const&) {
                return static_cast<double>(sum_of(world.counts.entries));
            }),
        total(
            "entries_district",
            "enterprises a month",
            entries,
            [](World const& world, Tally const& tally) {
                return in_district(world, tally.firms.born_in);
            }),
        by("kind",
           "entries",
           "enterprises a month",
           entries,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.counts.entries);
           }),
        total(
            "exits",
            "enterprises a month",
            exits,
            [](World const& world, Tally const&) {
                return static_cast<double>(sum_of(world.counts.exits));
            }),
        by("kind",
           "exits",
           "enterprises a month",
           exits,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.counts.exits);
           }),
        total(
            "forced_exits",
            "enterprises a month",
            {"closed because they could not pay", "资不抵债退出", "MODEL.md S10"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.forced_exits);
            }),
        total(
            "spin_offs",
            "enterprises a month",
            {"founded out of an enterprise", "裂变企业", "MODEL.md S8"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.spin_offs);
            }),
    };
}

} // namespace canopy
