#include "sim/kpi/ladder.hpp"

namespace canopy {

Measures ladder_measures() {
    Meaning const company{
        "individual businesses that became companies", "个转企", "S02"};
    Meaning const stock{"enterprises listed as above scale", "四上企业", "Z11"};
    Meaning const listed{"newly listed as above scale", "新增四上企业", "S03"};
    return {
        total(
            "individual_to_company",
            "enterprises a month",
            company,
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.individual_to_company);
            }),
        total(
            "individual_to_company_district",
            "enterprises a month",
            company,
            [](World const& world, Tally const&) {
                return events_in_district(world, EventKind::individual_to_company);
            }),
        total(
            "above_scale",
            "enterprises",
            stock,
            [](World const&, Tally const& tally) {
                return static_cast<double>(sum_of(tally.firms.above_scale_in));
            }),
        total(
            "above_scale_district",
            "enterprises",
            stock,
            [](World const& world, Tally const& tally) {
                return in_district(world, tally.firms.above_scale_in);
            }),
        total(
            "above_scale_new",
            "enterprises a month",
            listed,
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.above_scale_new);
            }),
        total(
            "above_scale_new_district",
            "enterprises a month",
            listed,
            [](World const& world, Tally const&) {
                return events_in_district(world, EventKind::above_scale);
            }),
    };
}

} // namespace canopy
