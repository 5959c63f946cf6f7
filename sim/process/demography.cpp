#include "sim/process/demography.hpp"

#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double premium_from = 20.0; ///< workers at which the size premium is 1
constexpr double least_quality = 0.05;

int individual_workers(Demography const& demography, double u) {
    if (u < demography.alone) return 1;
    return u < demography.alone + demography.pair ? 2 : 3;
}

double quality_of(Demography const& demography, double u) {
    return std::clamp(
        demography.quality + demography.quality_spread * normal(u), least_quality, 1.0);
}

} // namespace

int opening_workers(
    Demography const& demography, FirmKind kind, Sector const& sector, double u) {
    if (kind == FirmKind::individual) return individual_workers(demography, u);
    auto const least = sector.industry ? demography.least_industry : demography.least;
    auto const most = sector.industry ? demography.most_industry : demography.most;
    auto const beyond = pow(least / most, demography.tail);
    auto const workers = least * pow(1.0 - u * (1.0 - beyond), -1.0 / demography.tail);
    // .3 brings the mean of the whole numbers back to that of the distribution.
    return std::max(1, static_cast<int>(workers + 0.3));
}

int entrant_workers(Demography const& demography, FirmKind kind, double u) {
    if (kind == FirmKind::individual) return individual_workers(demography, u);
    auto const workers =
        demography.entrant_median * exp(demography.entrant_spread * normal(u));
    return std::max(1, static_cast<int>(workers + 0.5));
}

double
productivity_of(Demography const& demography, FirmKind kind, int workers, double u) {
    auto const spread = demography.productivity_spread;
    auto const drawn = exp(spread * normal(u) - 0.5 * spread * spread);
    if (kind == FirmKind::individual) return drawn;
    return drawn
           * std::min(
               demography.most_premium,
               pow(workers / premium_from, demography.size_premium));
}

void draw_opening(World const& world, Demography const& demography, Newborn& firm) {
    auto const draws = world.luck.block(firm.id, Month{0}, Purpose::opening_size);
    firm.workers = opening_workers(
        demography, firm.kind, world.sectors[firm.sector.row()], uniform(draws[0]));
    auto const level = firm.kind == FirmKind::company ? demography.opening_company
                                                      : demography.opening_individual;
    firm.productivity =
        level * productivity_of(demography, firm.kind, firm.workers, uniform(draws[1]));
    firm.quality = quality_of(demography, uniform(draws[2]));
}

void draw_entrant(World const& world, Demography const& demography, Newborn& firm) {
    auto const draws = world.luck.block(firm.id, Month{0}, Purpose::entrant);
    firm.workers = entrant_workers(demography, firm.kind, uniform(draws[0]));
    auto const level =
        firm.kind == FirmKind::company ? demography.entrant_company : 1.0;
    firm.productivity =
        level * (demography.entrant_low + demography.entrant_range * uniform(draws[3]))
        * productivity_of(demography, firm.kind, firm.workers, uniform(draws[1]));
    firm.quality = quality_of(demography, uniform(draws[2]));
}

} // namespace canopy
