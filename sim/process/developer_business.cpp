#include "sim/process/developer_business.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>

namespace canopy {

namespace {

Fen& of(DeveloperMonth& month, DeveloperLine line) {
    return month.revenue[static_cast<std::size_t>(line)];
}

void sell_land(DeveloperParams const& p, World const& now, DeveloperMonth& month) {
    auto const area = p.residential_area / 12.0 * land_demand(p, now) * now.scale;
    month.land_sold = fen(area * p.residential_price);
    auto const industrial = now.ledger(Flow::land_sales, Account::developer);
    of(month, DeveloperLine::land) = month.land_sold + industrial;
    month.costs += fen(area * p.residential_cost)
                   + fen(yuan(industrial) * p.industrial_cost_share);
}

/// Power that firms have paid this month; plants cost the same whatever it brought.
void sell_power(DeveloperParams const& p, World const& now, DeveloperMonth& month) {
    auto const& developer = now.developer;
    of(month, DeveloperLine::new_energy) = now.ledger(Flow::power, Account::developer);
    auto const margin = developer.energy_mw * p.megawatt_margin / 12.0;
    month.costs += fen(std::max(0.0, developer.generated - margin));
}

/// A business whose customers outside pay at once.
void run(DeveloperMonth& month, DeveloperLine line, double revenue, double margin) {
    auto const received = fen(revenue);
    of(month, line) += received;
    month.from_outside += received;
    month.costs += fen(revenue * (1.0 - margin));
}

/// What the volumes of its businesses follow, each 1 in December 2022.
struct Volumes {
    double companies; ///< that it serves
    double residents; ///< for whom it runs the district
    double wages;     ///< that it pays
};

/// 1 in a world without any at its start.
double over(double now, double opening) { return opening > 0.0 ? now / opening : 1.0; }

Volumes volumes(World const& now) {
    auto const& developer = now.developer;
    return {
        .companies = over(number_of_companies(now), developer.opening_companies),
        .residents = over(district_population(now), developer.opening_population),
        .wages = now.labour.wage_index[1]};
}

} // namespace

double generated(DeveloperParams const& params, double megawatts) {
    return megawatts * params.megawatt_hours * params.power_price / 12.0;
}

double number_of_companies(World const& now) {
    auto const& firms = now.firms;
    auto const count = sum_rows<FirmId>(
        firms.rows(), std::int64_t{0}, [&](std::int64_t& sum, FirmId firm) {
            sum += firms.alive(firm) && firms.kind[firm] == FirmKind::company ? 1 : 0;
        });
    return static_cast<double>(count);
}

double district_population(World const& now) {
    double sum = 0.0;
    for (std::size_t row = 0; row < now.communities.n_district; ++row)
        sum += now.communities.rows[row].population();
    return sum;
}

Fen DeveloperMonth::operating_cash() const {
    Fen cash = -costs - billed + collected;
    for (auto const line : revenue)
        cash += line;
    return cash;
}

Fen DeveloperMonth::profit_before_interest() const {
    Fen profit = -costs - depreciation;
    for (auto const line : revenue)
        profit += line;
    return profit;
}

double reform_progress(DeveloperParams const& params, Month month) {
    if (!params.reform_from || month < *params.reform_from) return 0.0;
    return std::min(1.0, (month - *params.reform_from + 1) / params.reform_months);
}

double land_demand(DeveloperParams const& params, World const& now) {
    auto const& before = now.developer.population;
    auto const year_ago = before[static_cast<std::size_t>(now.month.of_year() - 1)];
    auto const growth =
        year_ago > 0.0 ? district_population(now) / year_ago - 1.0 : params.usual_growth;
    auto const pull =
        std::clamp(1.0 + params.land_growth_pull * (growth - params.usual_growth), 0.3, 2.0);
    return std::max(0.0, pull * (1.0 + now.outside.land_demand));
}

DeveloperMonth month_of_business(DeveloperParams const& p, World const& now) {
    auto const& developer = now.developer;
    auto const reform = reform_progress(p, now.month);
    auto const monthly = now.scale / 12.0;
    auto const volume = volumes(now);
    DeveloperMonth month;
    sell_land(p, now, month);
    auto const rent = now.ledger(Flow::rent, Account::developer);
    of(month, DeveloperLine::rent) = rent;
    run(month, DeveloperLine::rent, yuan(rent) * p.reform_rent * reform, 1.0);
    run(month,
        DeveloperLine::industry_service,
        p.service_fees * monthly * volume.companies * (1.0 + p.reform_fees * reform),
        p.service_margin + p.reform_fee_margin * reform);
    run(month,
        DeveloperLine::urban_rural,
        p.urban_rural * monthly * volume.residents * (1.0 + p.reform_urban * reform),
        p.urban_margin + p.reform_urban_margin * reform);
    sell_power(p, now, month);
    run(month,
        DeveloperLine::industrial_investment,
        yuan(developer.stakes) * p.stake_yield / 12.0 * (1.0 + p.reform_yield * reform),
        1.0);
    run(month, DeveloperLine::transfers, p.transfers * monthly, 1.0);

    month.billed = fen(p.construction_for_others * monthly);
    of(month, DeveloperLine::urban_rural) += month.billed;
    month.costs += fen(
        p.construction_for_others * monthly * (1.0 - p.construction_margin));
    month.collected = fen(yuan(developer.receivables) * p.collection / 12.0);
    month.costs += fen(
        p.overhead * monthly * volume.wages * (1.0 - p.reform_overhead * reform));
    month.full_services = fen(p.free_services * monthly * volume.companies);
    month.costs += fen(yuan(month.full_services) * developer.services);
    month.depreciation =
        std::min(developer.factories, fen(p.depreciation * monthly));
    if (reform > 0.0 && reform < 1.0)
        month.built_megawatts = p.reform_megawatts * now.scale;
    return month;
}

} // namespace canopy
