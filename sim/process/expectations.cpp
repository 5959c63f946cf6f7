#include "sim/process/expectations.hpp"

#include "sim/base/many_draws.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace canopy {

namespace {

struct BySector {
    std::array<double, max_sectors> values{};

    BySector& operator+=(BySector const& other) {
        for (std::size_t sector = 0; sector < max_sectors; ++sector)
            values[sector] += other.values[sector];
        return *this;
    }
};

constexpr std::uint64_t leader_agents = 1000;
constexpr double longest_lump = 4.0;

bool in_pool(Firms const& firms, FirmId firm) {
    return firms.alive(firm) && firms.leader[firm] == 0;
}

/// Part of what visitors of events spend that is a sector's output: half on beds and
/// meals, 15 % on services, 35 % in shops, of whose sales a fifth is their margin.
/// Source: judgement; retail margin MODEL.md S1.
double visitor_share(std::string_view sector) {
    if (sector == "HOTEL") return 0.5;
    if (sector == "HHSERV") return 0.15;
    if (sector == "TRADE") return 0.35 * 0.2;
    return 0.0;
}

/// Attractiveness to final buyers: E = q^½ / p².
double fitness(Firms const& firms, FirmId firm) {
    auto const price = static_cast<double>(firms.price[firm]);
    return std::sqrt(static_cast<double>(firms.quality[firm])) / (price * price);
}

} // namespace

double Expectations::grown(World const& now) const {
    auto const months = std::max(0, now.month.index());
    return exp(log(1.0 + params_.growth) * months / 12.0);
}

void Expectations::decide(World const& now, Decision& into) const {
    auto const rows = now.firms.rows();
    into.market_share.resize(rows);
    into.final_demand.resize(rows);
    into.expected_demand.resize(rows);
    into.planned_output.resize(rows);
    into.leader_path.resize(rows);
    for (std::size_t sector = 0; sector < now.sectors.size(); ++sector) {
        auto const u = now.luck(sector + 1, now.month, Purpose::sector_demand);
        into.cycle[sector] = params_.cycle_memory * now.outside.cycle[sector]
                             + params_.cycle_spread * normal(u);
    }
    constexpr double wage_memory = 0.9;
    into.wage_bill =
        wage_memory * now.outside.wage_bill
        + (1.0 - wage_memory) * (now.around.wage_bill * now.labour.wage_index[1]);
    set_shares(now, into);
    set_plans(now, into);
}

void Expectations::set_shares(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    auto const fit =
        sum_rows<FirmId>(firms.rows(), BySector{}, [&](BySector& sum, FirmId firm) {
            if (!in_pool(firms, firm)) return;
            sum.values[firms.sector[firm].row()] +=
                firms.market_share[firm] * fitness(firms, firm);
        });
    auto const total =
        sum_rows<FirmId>(firms.rows(), BySector{}, [&](BySector& sum, FirmId firm) {
            if (!in_pool(firms, firm)) return;
            sum.values[firms.sector[firm].row()] += firms.market_share[firm];
        });
    auto const shift = [&](FirmId firm, DrawBlock const& draws) {
        into.market_share[firm] = firms.market_share[firm];
        into.leader_path[firm] = firms.leader_path[firm];
        if (!firms.alive(firm)) return;
        if (firms.leader[firm] != 0) {
            auto const u = now.luck(
                leader_agents + firms.leader[firm], now.month, Purpose::leader_path);
            into.leader_path[firm] = static_cast<float>(
                params_.cycle_memory * static_cast<double>(firms.leader_path[firm])
                + params_.leader_spread * normal(u));
            return;
        }
        auto const sector = firms.sector[firm].row();
        auto const mean = fit.values[sector] / std::max(1e-300, total.values[sector]);
        auto const relative = fitness(firms, firm) / std::max(1e-300, mean);
        auto factor = std::clamp(1.0 + params_.selection * (relative - 1.0), 0.5, 1.5);
        if (uniform(draws[0]) < params_.shock_probability) {
            auto const size =
                std::max(1e3, firms.revenue_12m(firm)) / params_.shock_reference;
            auto const scale =
                std::min(longest_lump, pow(size, -params_.shock_size_exponent));
            factor *= exp(params_.shock_scale * scale * laplace(uniform(draws[1])));
        }
        into.market_share[firm] *= factor;
    };
    for_each_drawn<FirmId>(
        now.luck, now.month, Purpose::demand_shock, firms.id.values(), shift);
}

void Expectations::set_plans(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    auto const total =
        sum_rows<FirmId>(firms.rows(), BySector{}, [&](BySector& sum, FirmId firm) {
            if (!in_pool(firms, firm)) return;
            sum.values[firms.sector[firm].row()] += into.market_share[firm];
        });
    auto const growth = grown(now);
    std::array<double, max_sectors> per_share{};
    std::array<double, max_sectors> leader_factor{};
    for (std::size_t sector = 0; sector < now.sectors.size(); ++sector) {
        auto const& outside = now.outside;
        auto const shock = 1.0 + outside.demand_shock[sector];
        auto const exports =
            outside.demand[sector] * growth * exp(into.cycle[sector]) * shock
            * exp(
                (1.0 - params_.export_elasticity) * now.around.log_mean_price[sector]);
        auto const households = outside.household_share[sector] * into.wage_bill;
        auto const dealers =
            now.sectors[sector].local_market_share * outside.dealer_sales[sector];
        auto const demand =
            exports + households + dealers
            + visitor_share(now.sectors[sector].code) * now.policy.visitor_spending;
        into.household_part[sector] = demand > 0.0 ? households / demand : 0.0;
        per_share[sector] = demand / std::max(1e-300, total.values[sector]);
        leader_factor[sector] = growth * shock;
    }
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm)) {
            into.final_demand[firm] = 0.0;
            into.expected_demand[firm] = 0.0;
            into.planned_output[firm] = 0.0;
            return;
        }
        auto const sector = firms.sector[firm].row();
        auto const price = static_cast<double>(firms.price[firm]);
        auto const demand = firms.leader[firm] != 0
                                ? firms.market_share[firm] * leader_factor[sector]
                                      * exp(static_cast<double>(into.leader_path[firm]))
                                : into.market_share[firm] * per_share[sector];
        into.final_demand[firm] = on_grid(demand / price);
        auto const expected = params_.memory * firms.expected_demand[firm]
                              + (1.0 - params_.memory) * firms.orders[firm];
        into.expected_demand[firm] = expected;
        into.planned_output[firm] =
            now.sectors[sector].stores_output ? std::max(
                0.0, expected * (1.0 + params_.stock_target) - firms.output_stock[firm])
                                              : expected;
    });
}

void Expectations::apply(Decision& decision, World& world) const {
    auto& firms = world.firms;
    firms.market_share.swap(decision.market_share);
    firms.final_demand.swap(decision.final_demand);
    firms.expected_demand.swap(decision.expected_demand);
    firms.planned_output.swap(decision.planned_output);
    firms.leader_path.swap(decision.leader_path);
    world.outside.cycle = decision.cycle;
    world.outside.household_part = decision.household_part;
    world.outside.wage_bill = decision.wage_bill;
}

} // namespace canopy
