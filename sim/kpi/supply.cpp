#include "sim/kpi/supply.hpp"

namespace canopy {

namespace {

/// Purchases of all linked goods from sellers of a ring [yuan].
double purchased_in(World const& world, std::size_t ring) {
    double sum = 0.0;
    for (auto const& rings : world.counts.purchased_in)
        sum += rings[ring];
    return sum;
}

} // namespace

Measures supply_measures() {
    Meaning const local{
        "share of goods bought on links that comes from the zone (or the ring)",
        "本地配套率（按圈层为该圈层占比）",
        "F13"};
    Meaning const links{
        "supply links between enterprises of the zone",
        "区内企业间供应链接",
        "MODEL.md S3"};
    return {
        total(
            "local_supply_ratio",
            "1",
            local,
            [](World const& world, Tally const&) {
                return ratio(
                    purchased_in(world, index_of(Ring::zone)),
                    sum_of(world.counts.purchases));
            }),
        by("sector",
           "local_supply_ratio",
           "1",
           local,
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t good = 0; good < into.size(); ++good)
                   into[good] = ratio(
                       world.counts.purchased_in[good][index_of(Ring::zone)],
                       world.counts.purchases[good]);
           }),
        by("ring",
           "local_supply_ratio",
           "1",
           local,
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t ring = 0; ring < into.size(); ++ring)
                   into[ring] =
                       ratio(purchased_in(world, ring), sum_of(world.counts.purchases));
           }),
        total(
            "links",
            "links",
            links,
            [](World const&, Tally const& tally) {
                return static_cast<double>(sum_of(tally.links.local));
            }),
        by("tier",
           "links",
           "links",
           links,
           [](World const&, Tally const& tally, std::span<double> into) {
               copy_to(into, tally.links.local);
           }),
        total(
            "links_outside",
            "links",
            {"supply links with sellers outside the zone",
             "与区外供应商的链接",
             "MODEL.md S3"},
            [](World const&, Tally const& tally) {
                return static_cast<double>(tally.links.outside);
            }),
        total(
            "link_births",
            "links a month",
            {"links between enterprises of the zone begun", "新建链接", "MODEL.md S3"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.link_births);
            }),
        total(
            "link_deaths",
            "links a month",
            {"links between enterprises of the zone ended", "中断链接", "MODEL.md S3"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.counts.link_deaths);
            }),
        total(
            "platform_yield",
            "1",
            {"share of the demand published on the platform that became contracts",
             "供需平台发布需求成交率",
             "F18"},
            [](World const& world, Tally const&) {
                return ratio(
                    world.counts.platform_won, world.counts.platform_published);
            }),
    };
}

} // namespace canopy
