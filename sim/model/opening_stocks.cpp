#include "sim/model/opening_stocks.hpp"

#include "sim/process/finance.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double household_money_months =
    18.0; ///< of wages; savings of residents, judgement
constexpr double government_money = 0.5e9; ///< [yuan] judgement
constexpr double developer_money = 4.0e9;  ///< [yuan] judgement
constexpr double zone_fund_money = 0.3e9; ///< [yuan] judgement
constexpr double bank_equity_of_loans = 0.1;

/// Months of sales held as cash: who earns more holds more.
double cash_months(StartParams const& start, float margin) {
    constexpr double poor = 0.03;
    constexpr double rich = 0.1;
    auto const earning =
        std::clamp((static_cast<double>(margin) - poor) / (rich - poor), 0.0, 1.0);
    return start.cash_months_poor
           + earning * (start.cash_months - start.cash_months_poor);
}

/// Whether a firm opens short of cash: the dearer plant is beside what it sells, the
/// more often replacing it has used up what came in.
bool opens_short(World const& world, FirmId firm, StartParams const& start) {
    auto const& firms = world.firms;
    auto const yearly_sales =
        12.0 * firms.expected_demand[firm] * static_cast<double>(firms.price[firm]);
    auto const dear = std::max(
        0.0, Finance::plant_value(world, firm) / std::max(1.0, yearly_sales) - 0.5);
    auto const u = world.luck(firms.id[firm], Month{0}, Purpose::opening_money);
    return firms.leader[firm] == 0
           && u < start.short_share + start.short_share_dear * dear;
}

/// What a firm opens with.
struct OpeningMoney {
    double cash_months; ///< of sales
    double loan_share;  ///< of the cost of plant
};

/// Leaders' debts stand with their groups outside.
OpeningMoney opening_money(World const& world, FirmId firm, StartParams const& start) {
    auto const& firms = world.firms;
    if (opens_short(world, firm, start))
        return {start.cash_months_short, start.loan_share_short};
    auto const borrows =
        firms.kind[firm] == FirmKind::company && firms.leader[firm] == 0;
    return {
        cash_months(start, firms.margin_12m[firm]), borrows ? start.loan_share : 0.0};
}

void set_money(World& world, StartParams const& start) {
    auto& firms = world.firms;
    auto& balances = world.balances;
    balances = {};
    Fen cash = 0;
    double wages = 0.0;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm)) continue;
        auto const sales =
            firms.expected_demand[firm] * static_cast<double>(firms.price[firm]);
        auto const money = opening_money(world, firm, start);
        firms.cash[firm] = fen(money.cash_months * sales);
        firms.loan[firm] = fen(money.loan_share * Finance::plant_value(world, firm));
        firms.missed_payments[firm] = 0;
        cash += firms.cash[firm];
        if (firms.leader[firm] == 0) balances.bank_loans += firms.loan[firm];
        wages +=
            world.sectors[firms.sector[firm].row()].wage / 12.0 * firms.workers[firm];
    }
    balances.bank_equity = static_cast<Fen>(
        static_cast<double>(balances.bank_loans) * bank_equity_of_loans);
    balances.of(Account::enterprises) = cash;
    balances.of(Account::households) = fen(household_money_months * wages);
    balances.of(Account::government) = fen(government_money * world.scale);
    balances.of(Account::developer) = fen(developer_money * world.scale);
    balances.of(Account::zone_fund) = fen(zone_fund_money * world.scale);
    balances.of(Account::bank) = balances.bank_equity - balances.bank_loans;
    // What the zone owes to, or holds at, the rest of the world: opening claims sum to
    // zero.
    Fen inside = 0;
    for (auto const money : balances.money)
        inside += money;
    balances.of(Account::outside) = -inside;
    balances.opening_money = balances.money;
    balances.opening_bank_equity = balances.bank_equity;
}

/// Plant has followed demand upward, as it will (S2).
void set_plant(World& world) {
    auto& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm) || firms.leader[firm] != 0) continue;
        firms.capacity[firm] = std::max(
            firms.capacity[firm], plant_over_normal * firms.expected_demand[firm]);
    }
}

void set_listings(World& world, double backlog) {
    auto& firms = world.firms;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm) || firms.leader[firm] != 0) continue;
        auto const line = world.sectors[firms.sector[firm].row()].above_scale_line;
        auto const eligible = firms.kind[firm] == FirmKind::company && line > 0.0
                              && firms.revenue_12m(firm) > line;
        firms.above_scale[firm] =
            eligible
                    && world.luck(firms.id[firm], Month{0}, Purpose::listing_backlog)
                           >= backlog
                ? 1
                : 0;
    }
}

/// Mean margin of each kind and sector; of the kind where a sector has too few firms.
void note_margins(World& world) {
    constexpr double enough = 20.0;
    auto const& firms = world.firms;
    auto& opening = world.opening;
    opening.margin = {};
    opening.firms = {};
    std::array<std::array<double, max_sectors>, 2> count{};
    std::array<double, 2> margin_of_kind{};
    std::array<double, 2> count_of_kind{};
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm)) continue;
        auto const kind = firms.kind[firm];
        auto const sector = firms.sector[firm];
        auto const margin = static_cast<double>(firms.margin_12m[firm]);
        opening.firms(kind, sector, firms.place[firm]) += 1.0;
        opening.margin[index_of(kind)][sector.row()] += margin;
        count[index_of(kind)][sector.row()] += 1.0;
        margin_of_kind[index_of(kind)] += margin;
        count_of_kind[index_of(kind)] += 1.0;
    }
    for (std::size_t kind = 0; kind < 2; ++kind)
        for (std::size_t sector = 0; sector < max_sectors; ++sector) {
            auto& margin = opening.margin[kind][sector];
            margin = count[kind][sector] >= enough
                         ? margin / count[kind][sector]
                         : margin_of_kind[kind] / std::max(1.0, count_of_kind[kind]);
        }
}

} // namespace

void open_books(World& world, StartParams const& start) {
    world.month = Month{0};
    set_plant(world);
    set_money(world, start);
    set_listings(world, start.listing_backlog);
    note_margins(world);
    world.open_month();
}

} // namespace canopy
