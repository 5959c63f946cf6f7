#pragma once

#include "sim/base/money.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace canopy {

/// Who holds money. Claims between them are kept by the bank and the outside world.
enum class Account : std::uint8_t {
    households,
    enterprises,
    bank,
    developer,
    zone_fund,
    government,
    outside
};
inline constexpr std::size_t n_accounts = 7;

/// Why money changes hands; one row of the transactions matrix each.
enum class Flow : std::uint8_t {
    trade_payments,   ///< for goods bought on links, at once or when credit falls due
    spot_purchases,   ///< of needs that no link covered
    pooled_purchases, ///< from the place's dealers, but power of the developer's plants
    freight,
    final_sales,           ///< to dealers and the world outside
    household_consumption, ///< bought from the zone's firms
    household_imports,     ///< everything else that households spend
    wages,
    income_tax,
    rent,
    interest,
    loans_granted,
    loans_repaid,
    production_tax,
    corporate_tax,
    investment,
    cost_reduction, ///< spending on actions
    dividends,
    founding_capital,
    liquidation, ///< stock sold at exit, cash left to owners
    relocation,  ///< cash and debts of firms that move out, costs of moving
    subsidies,
    lever_operation, ///< what operators of levers are paid
    public_spending, ///< wages and purchases of the government, transfers
    developer_operation,
    bank_payout,
    land_sales,
    projects,        ///< building and running dated projects, the zone's part
    fund_capital,    ///< paid into the zone fund
    fund_investment, ///< tickets of the zone fund
    fund_returns,    ///< repayments and sales of its stakes
    guarantees,      ///< premiums, and losses that guarantees carry
    developer_income, ///< of its businesses but land, rent, power; transfers, rescue
    developer_investment, ///< building, tickets, plants; assets that it sells
    power                 ///< from the developer's plants to the zone's firms
};
inline constexpr std::size_t n_flows = 35;

struct AccountName {
    std::string_view en;
    std::string_view zh;
};

inline constexpr std::array<AccountName, n_accounts> account_names{
    {{"households", "居民"},
     {"enterprises", "企业"},
     {"bank", "银行"},
     {"developer", "开发公司"},
     {"zone_fund", "园区基金"},
     {"government", "政府"},
     {"outside", "区外"}}};

inline constexpr std::array<AccountName, n_flows> flow_names{
    {{"trade_payments", "货款"},
     {"spot_purchases", "现货采购"},
     {"pooled_purchases", "市场采购"},
     {"freight", "运费"},
     {"final_sales", "最终销售"},
     {"household_consumption", "居民本地消费"},
     {"household_imports", "居民区外支出"},
     {"wages", "工资"},
     {"income_tax", "个人所得税"},
     {"rent", "租金"},
     {"interest", "利息"},
     {"loans_granted", "发放贷款"},
     {"loans_repaid", "归还贷款"},
     {"production_tax", "生产税"},
     {"corporate_tax", "企业所得税"},
     {"investment", "投资"},
     {"cost_reduction", "降本支出"},
     {"dividends", "分红"},
     {"founding_capital", "创办资本"},
     {"liquidation", "清算"},
     {"relocation", "搬迁"},
     {"subsidies", "补贴"},
     {"lever_operation", "政策运营"},
     {"public_spending", "财政支出"},
     {"developer_operation", "开发公司运营"},
     {"bank_payout", "银行付息分红"},
     {"land_sales", "土地出让"},
     {"projects", "项目支出"},
     {"fund_capital", "基金注资"},
     {"fund_investment", "基金投资"},
     {"fund_returns", "基金回收"},
     {"guarantees", "担保"},
     {"developer_income", "开发公司收入"},
     {"developer_investment", "开发公司投资"},
     {"power", "电费"}}};

/// The transactions matrix of one month: what each account received (+) and paid (−).
/// Payer and payee book separately, each from its own rows; every row must sum to zero.
class Ledger {
  public:
    void pay(Flow flow, Account account, Fen amount) { at(flow, account) -= amount; }

    void receive(Flow flow, Account account, Fen amount) {
        at(flow, account) += amount;
    }

    [[nodiscard]] Fen operator()(Flow flow, Account account) const {
        return entries_[static_cast<std::size_t>(flow)]
                       [static_cast<std::size_t>(account)];
    }

    /// Change of an account's money this month.
    [[nodiscard]] Fen change(Account account) const {
        Fen sum = 0;
        for (auto const& row : entries_)
            sum += row[static_cast<std::size_t>(account)];
        return sum;
    }

    /// What a row is out of balance by; zero unless somebody booked wrongly.
    [[nodiscard]] Fen imbalance(Flow flow) const {
        Fen sum = 0;
        for (auto const amount : entries_[static_cast<std::size_t>(flow)])
            sum += amount;
        return sum;
    }

    Ledger& operator+=(Ledger const& other) {
        for (std::size_t flow = 0; flow < n_flows; ++flow)
            for (std::size_t account = 0; account < n_accounts; ++account)
                entries_[flow][account] += other.entries_[flow][account];
        return *this;
    }

    [[nodiscard]] auto const& entries() const { return entries_; }

  private:
    Fen& at(Flow flow, Account account) {
        return entries_[static_cast<std::size_t>(flow)]
                       [static_cast<std::size_t>(account)];
    }

    std::array<std::array<Fen, n_accounts>, n_flows> entries_{};
};

} // namespace canopy
