#include "sim/world/identities.hpp"

#include "sim/base/error.hpp"
#include "sim/base/parallel.hpp"

#include <cstdlib>
#include <sstream>
#include <utility>

namespace canopy {

namespace {

/// What is there at the end of the month, counted anew.
struct Stocks {
    std::int64_t firms = 0;
    std::int64_t workers = 0;
    Fen cash = 0;
    Fen fund_stakes = 0;
    Fen bank_loans = 0;
    Fen payables = 0;
    Fen receivables = 0;
    double output = 0.0;
    double inputs = 0.0;

    Stocks& operator+=(Stocks const& other) {
        firms += other.firms;
        workers += other.workers;
        cash += other.cash;
        fund_stakes += other.fund_stakes;
        bank_loans += other.bank_loans;
        payables += other.payables;
        receivables += other.receivables;
        output += other.output;
        inputs += other.inputs;
        return *this;
    }
};

Stocks count_stocks(Firms const& firms) {
    return sum_rows<FirmId>(firms.rows(), Stocks{}, [&](Stocks& sum, FirmId firm) {
        if (!firms.alive(firm)) return;
        ++sum.firms;
        sum.workers += firms.workers[firm];
        sum.cash += firms.cash[firm];
        sum.fund_stakes += firms.fund_stake[firm];
        sum.bank_loans += firms.leader[firm] == 0 ? firms.loan[firm] : 0;
        sum.payables += firms.payables[firm];
        sum.receivables += firms.receivables[firm];
        sum.output += firms.output_stock[firm];
        for (auto const stock : firms.input_stock[firm])
            sum.inputs += stock;
    });
}

/// Trade credit by link; an ended link keeps its record until it is paid.
Fen owed_on(Links const& links) {
    auto const all = links.all();
    return sum_rows<LinkId>(all.size(), Fen{0}, [&](Fen& sum, LinkId link) {
        sum += all[link.row()].owed;
    });
}

/// Heads by which enterprises and the people who work there differ.
std::int64_t staff_differences(World const& world) {
    return sum_rows<FirmId>(
        world.firms.rows(), std::int64_t{0}, [&](std::int64_t& sum, FirmId firm) {
            sum += std::abs(
                world.firms.workers[firm]
                - static_cast<std::int64_t>(world.staff.of(firm).size()));
        });
}

Fen money_of(Communities const& communities) {
    Fen sum = 0;
    for (auto const& community : communities.rows)
        sum += community.money;
    return sum;
}

Fen total_of(Balances const& balances) {
    Fen sum = 0;
    for (auto const money : balances.money)
        sum += money;
    return sum;
}

std::vector<Identity> make_identities() {
    std::vector<Identity> list;
    for (auto const& flow : flow_names)
        list.push_back(
            {"flow_" + std::string{flow.en},
             "fen",
             "received less paid over all accounts: " + std::string{flow.en},
             "各账户收支之差：" + std::string{flow.zh}});
    list.insert(
        list.end(),
        {{"money_total",
          "fen",
          "money of all accounts stays the same",
          "各账户货币总额不变"},
         {"money_enterprises",
          "fen",
          "enterprises' account against the cash of every enterprise",
          "企业账户与各企业现金之和"},
         {"bank_books",
          "fen",
          "bank's money against equity less loans",
          "银行货币等于权益减贷款"},
         {"bank_loans",
          "fen",
          "bank's loans against enterprises' debts",
          "银行贷款等于企业负债"},
         {"trade_credit",
          "fen",
          "payables against receivables in the zone and outside",
          "应付款等于区内外应收款"},
         {"credit_by_link",
          "fen",
          "credit on links against payables",
          "各链接欠款等于应付款"},
         {"goods_output",
          "units",
          "old stock, made, sold and scrapped against new stock of output",
          "产成品：期初、生产、销售、报废与期末"},
         {"goods_inputs",
          "units",
          "old stock, bought, used and scrapped against new stock of inputs",
          "投入品：期初、购入、耗用、报废与期末"},
         {"goods_local",
          "units",
          "delivered by sellers against received by buyers in the zone",
          "区内卖方交付等于买方收到"},
         {"enterprises",
          "enterprises",
          "old, entries, exits and moves against new number",
          "企业数：期初、新设、退出、迁移与期末"},
         {"workers",
          "persons",
          "old, hires, separations, come and gone with enterprises against new number",
          "员工数：期初、招聘、离职、随企业增减与期末"},
         {"staff",
          "persons",
          "workers of every enterprise against the people who work there",
          "各企业员工数与在该企业就业的人"},
         {"people",
          "persons",
          "old, births, arrivals, deaths and departures against new number",
          "人口：期初、出生、迁入、死亡、迁出与期末"},
         {"money_households",
          "fen",
          "households' account against the money of every community",
          "居民账户与各社区货币之和"},
         {"fund_stakes",
          "fen",
          "the zone fund's stakes against what firms received for them",
          "园区基金持股成本等于企业收到的投资"},
         {"developer_balance",
          "fen",
          "the developer's assets against debt, other liabilities and equity",
          "开发公司资产等于债务、其他负债与权益"}});
    return list;
}

/// Sides of the identities, in their order.
class Comparison {
  public:
    Comparison() { residuals_.reserve(identities().size()); }

    void compare(std::int64_t left, std::int64_t right) {
        add(static_cast<double>(left - right),
            static_cast<double>(left),
            static_cast<double>(right));
    }

    void compare_goods(double left, double right) { add(left - right, left, right); }

    [[nodiscard]] std::vector<Residual> take() { return std::move(residuals_); }

  private:
    void add(double value, double left, double right) {
        residuals_.push_back(
            {identities()[residuals_.size()].name, value, left, right});
    }

    std::vector<Residual> residuals_;
};

void compare_flows(Ledger const& ledger, Comparison& comparison) {
    for (auto const& row : ledger.entries()) {
        Fen received = 0;
        Fen paid = 0;
        for (auto const amount : row)
            (amount > 0 ? received : paid) += amount;
        comparison.compare(received, -paid);
    }
}

} // namespace

std::span<Identity const> identities() {
    static std::vector<Identity> const list = make_identities();
    return list;
}

std::vector<Residual> close_month(World& world) {
    auto& balances = world.balances;
    auto const& counts = world.counts;
    for (std::size_t account = 0; account < n_accounts; ++account)
        balances.money[account] += world.ledger.change(static_cast<Account>(account));
    auto const stocks = count_stocks(world.firms);

    Comparison both;
    compare_flows(world.ledger, both);
    both.compare(total_of(balances), balances.total_before);
    both.compare(balances.of(Account::enterprises), stocks.cash);
    both.compare(
        balances.of(Account::bank), balances.bank_equity - balances.bank_loans);
    both.compare(balances.bank_loans, stocks.bank_loans);
    both.compare(stocks.payables, stocks.receivables + world.outside.receivables);
    both.compare(owed_on(world.links), stocks.payables);
    both.compare_goods(
        counts.opening_output_stock + counts.made + counts.output_entered - counts.sold
            - counts.output_scrapped,
        stocks.output);
    both.compare_goods(
        counts.opening_input_stock + counts.inputs_bought + counts.inputs_entered
            - counts.inputs_used - counts.inputs_scrapped,
        stocks.inputs);
    both.compare_goods(counts.local_delivered, counts.local_received);
    both.compare(
        counts.opening_firms + counts.entries[0] + counts.entries[1] + counts.moves_in
            - counts.exits[0] - counts.exits[1] - counts.moves_out,
        stocks.firms);
    both.compare(
        counts.opening_workers + counts.workers_entered + counts.hires
            - counts.separations - counts.workers_left,
        stocks.workers);
    // While the start is made nobody lives in the zone yet.
    auto const inhabited = world.people.rows() > 0;
    both.compare(inhabited ? staff_differences(world) : 0, 0);
    both.compare(
        counts.opening_people + counts.births + counts.arrivals - counts.deaths
            - counts.departures,
        number_of_people(world.people));
    both.compare(
        inhabited ? balances.of(Account::households) : 0,
        inhabited ? money_of(world.communities) : 0);
    both.compare(world.fund.at_cost(), stocks.fund_stakes);
    auto const& developer = world.developer;
    both.compare(
        inhabited ? developer.assets(balances.of(Account::developer)) : 0,
        inhabited ? developer.debt_total() + developer.payables + developer.equity : 0);
    return both.take();
}

void require_closed(Month month, std::span<Residual const> residuals) {
    for (auto const& residual : residuals) {
        if (residual.value == 0.0) continue;
        std::ostringstream message;
        message.precision(17);
        message << month.text() << ": " << residual.name << " does not close: left "
                << residual.left << ", right " << residual.right << ", off by "
                << residual.value;
        throw InvariantError{message.str()};
    }
}

} // namespace canopy
