#include "sim/process/surroundings.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double least_jobs_of_sector = 10.0;
constexpr double least_jobs_of_place = 100.0;

struct Sums {
    CellTable<double> firms;
    CellTable<double> workers;
    CellTable<double> digital;
    CellTable<double> margin;
    std::array<double, max_sectors> demand{};
    std::array<double, max_sectors> price{};
    std::array<double, max_sectors> quality{};
    std::array<double, max_places> pooled{};
    std::array<double, max_places> sharing{};
    std::array<double, max_places> space{};
    double individual_revenue = 0.0;
    double wage_bill = 0.0;

    Sums& operator+=(Sums const& other) {
        firms += other.firms;
        workers += other.workers;
        digital += other.digital;
        margin += other.margin;
        for (std::size_t sector = 0; sector < max_sectors; ++sector) {
            demand[sector] += other.demand[sector];
            price[sector] += other.price[sector];
            quality[sector] += other.quality[sector];
        }
        for (std::size_t place = 0; place < max_places; ++place) {
            pooled[place] += other.pooled[place];
            sharing[place] += other.sharing[place];
            space[place] += other.space[place];
        }
        individual_revenue += other.individual_revenue;
        wage_bill += other.wage_bill;
        return *this;
    }
};

void add_firm(World const& now, FirmId firm, Sums& sums) {
    auto const& firms = now.firms;
    if (!firms.alive(firm)) return;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const workers = static_cast<double>(firms.workers[firm]);
    sums.firms(kind, sector, place) += 1.0;
    sums.workers(kind, sector, place) += workers;
    sums.digital(kind, sector, place) += firms.digital_level[firm] > 0 ? 1.0 : 0.0;
    sums.margin(kind, sector, place) += static_cast<double>(firms.margin_12m[firm]);
    auto const demand = firms.expected_demand[firm];
    sums.demand[sector.row()] += demand;
    sums.price[sector.row()] += demand * static_cast<double>(firms.price[firm]);
    sums.quality[sector.row()] += demand * static_cast<double>(firms.quality[firm]);
    sums.pooled[place.row()] += firms.done(firm, Action::pooled_logistics) ? 1.0 : 0.0;
    sums.sharing[place.row()] += firms.done(firm, Action::shared_equipment) ? 1.0 : 0.0;
    sums.space[place.row()] += static_cast<double>(firms.space[firm]);
    if (kind == FirmKind::individual)
        sums.individual_revenue += firms.revenue_12m(firm);
    sums.wage_bill += now.sectors[sector.row()].wage / 12.0 * workers;
}

/// Normalised entropy of the jobs at a place among the sectors that trade with
/// `sector`.
double related_variety(
    World const& now,
    Surroundings const& around,
    std::size_t sector,
    std::size_t place) {
    constexpr double least_share = 0.02;
    auto const& share = now.technology.coefficients;
    double total = 0.0;
    double weighted_log = 0.0;
    double related = 0.0;
    for (std::size_t other = 0; other < now.sectors.size(); ++other) {
        auto const a = static_cast<Eigen::Index>(sector);
        auto const b = static_cast<Eigen::Index>(other);
        if (other == sector || share(a, b) + share(b, a) < least_share) continue;
        related += 1.0;
        auto const jobs = around.workers[other][place];
        if (jobs <= 0.0) continue;
        total += jobs;
        weighted_log += jobs * log(jobs);
    }
    if (related < 2.0 || total <= 0.0) return 0.0;
    return (log(total) - weighted_log / total) / log(related);
}

} // namespace

void LookAround::decide(World const& now, Decision& into) const {
    auto const sums =
        sum_rows<FirmId>(now.firms.rows(), Sums{}, [&](Sums& part, FirmId firm) {
            add_firm(now, firm, part);
        });

    auto& around = into.around;
    around = {};
    around.firms = sums.firms;
    into.employed = {};
    for (std::size_t sector = 0; sector < now.sectors.size(); ++sector) {
        SectorId const id{sector};
        std::array<double, 2> of_kind{};
        for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
            double digital = 0.0;
            double firms = 0.0;
            for (auto const kind : {FirmKind::individual, FirmKind::company}) {
                auto const count = sums.firms(kind, id, PlaceId{place});
                firms += count;
                of_kind[index_of(kind)] += count;
                digital += sums.digital(kind, id, PlaceId{place});
                around.workers[sector][place] += sums.workers(kind, id, PlaceId{place});
                around.margin[index_of(kind)][sector] +=
                    sums.margin(kind, id, PlaceId{place});
            }
            around.digital_share[sector][place] = firms > 0.0 ? digital / firms : 0.0;
            around.firms_in[place] += firms;
            around.workers_in[place] += around.workers[sector][place];
        }
        for (std::size_t kind = 0; kind < 2; ++kind) {
            around.firms_of_kind[kind] += of_kind[kind];
            around.margin[kind][sector] /= std::max(1.0, of_kind[kind]);
        }
        auto const demand = sums.demand[sector];
        around.mean_price[sector] = demand > 0.0 ? sums.price[sector] / demand : 1.0;
        around.mean_quality[sector] =
            demand > 0.0 ? sums.quality[sector] / demand : 0.5;
        around.log_mean_price[sector] = log(around.mean_price[sector]);
    }
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        auto const firms = std::max(50.0, around.firms_in[place]);
        around.pooled_users[place] = sums.pooled[place] / firms;
        around.shared_equipment_users[place] = sums.sharing[place];
        auto const users = around.pooled_users[place] + now.policy.hub_users[place];
        around.pooling_gain[place] =
            params_.pooling_gain * (1.0 - exp(-users / params_.pooling_scale));
        into.occupied[place] = sums.space[place];
        for (std::size_t sector = 0; sector < now.sectors.size(); ++sector)
            for (std::size_t skill = 0; skill < n_skills; ++skill)
                into.employed[skill] += around.workers[sector][place]
                                        * now.sectors[sector].skill_mix[skill];
    }
    around.individual_revenue =
        sums.individual_revenue
        / std::max(1.0, around.firms_of_kind[index_of(FirmKind::individual)]);
    around.wage_bill = sums.wage_bill;
    set_agglomeration(now, around);
}

void LookAround::set_agglomeration(World const& now, Surroundings& around) const {
    auto const ratio_power =
        [](double jobs, double mean, double least, double exponent) {
            return pow(std::max(least, jobs) / std::max(least, mean), exponent);
        };
    for (std::size_t sector = 0; sector < now.sectors.size(); ++sector)
        for (std::size_t place = 0; place < now.n_zone_places(); ++place)
            around.agglomeration[sector][place] =
                ratio_power(
                    around.workers[sector][place],
                    now.opening.mean_workers[sector],
                    least_jobs_of_sector,
                    params_.own_sector)
                * ratio_power(
                    around.workers_in[place],
                    now.opening.mean_workers_all,
                    least_jobs_of_place,
                    params_.all_sectors)
                * (1.0
                   + params_.related_variety
                         * related_variety(now, around, sector, place));
}

void LookAround::apply(Decision const& decision, World& world) const {
    world.around = decision.around;
    world.labour.employed = decision.employed;
    for (std::size_t row = 0; row < world.n_zone_places(); ++row) {
        auto& place = world.places[PlaceId{row}];
        auto const built = world.policy.factories_built[row];
        // The developer builds what grows without policy.
        auto const growth =
            1.0 + params_.space_growth / 12.0 * world.developer.construction;
        place.space = place.space * growth + built;
        place.factory_space = place.factory_space * growth + built;
        place.occupied = decision.occupied[row];
        auto const occupancy = place.space > 0.0 ? place.occupied / place.space : 0.0;
        place.rent_pressure = std::max(1.0, occupancy / params_.rent_from_occupancy);
    }
}

} // namespace canopy
