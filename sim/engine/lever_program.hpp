#pragma once

#include "sim/engine/lever_scope.hpp"
#include "sim/policy/lever.hpp"

#include <array>
#include <concepts>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canopy {

template<class L>
concept Lever =
    requires(L const& lever, Reach const& reach, World const& world, PolicyBook& book) {
    { L::kind } -> std::convertible_to<LeverKind>;
    { L::key } -> std::convertible_to<std::string_view>;
    { L::metering } -> std::convertible_to<Metering>;
    { L::aim } -> std::convertible_to<Aim>;
    typename L::Params;
    { lever.idle() } -> std::convertible_to<bool>;
    { lever.offered(reach, world) } -> std::convertible_to<double>;
    lever.write(reach, world, book);
};

/// How money limits levers, in words for users.
inline constexpr Meaning rationing_rule{
    "Money is released month by month: an equal part of what is left of the calendar "
    "year's cap for each month that remains; what is not drawn goes on to the next. "
    "Claims of a month are paid in full while they fit, else pro rata, and the next "
    "month's offer is three tenths less; while money is left it comes back by a tenth a "
    "month. With less than "
    "a thousandth of the cap left the lever rests until January: it offers nothing. "
    "Where the zone's yearly cap binds, what is run (platforms, meetings, hubs, "
    "centres, buildings) comes first and shrinks to the month's money; the rest of it "
    "is held ready for the levers that pay claims in proportion to what each paid last month "
    "over its part of a full offer, a newcomer counting with an equal share of a twelfth of the cap.",
    "资金按月均衡拨付：当月可用额为本自然年剩余额度除以剩余月数，未用部分顺延。当月申领额在可"
    "用额之内的，全额支付；超出的，按比例支付，次月支持力度下调三成，有余额时每月回升一成。剩余不足年度上限千分之一后，该政策停至次年一月，"
    "其间不提供任何支持。全区年度上限不足时，先保运营类支出（平台、活动、枢纽、共享单元、建设），"
    "并压缩至当月可用额，当月余额按各政策上月支付额（折合足额支持）的比例留给申领类政策；新政策按上限十二分之一"
    "的均摊额计。"};

/// What the levers of a scenario carry from month to month.
struct LeverAccounts {
    int year = 0;
    std::map<std::string, Fen> spent;          ///< this year, by name of the entry
    std::array<double, n_levers> last_month{}; ///< spent by kind, as if offered in full
    std::array<double, n_levers> tempered = [] {
        std::array<double, n_levers> all{};
        all.fill(1.0);
        return all;
    }(); ///< share of what kinds that pay claims would offer
};

/// The levers of a scenario at work: each month it writes the policy book from nothing,
/// then pays for what was run, and keeps account of what each entry has cost this year.
class LeverProgram {
  public:
    template<Lever L>
    void add(LeverScope scope, typename L::Params params) {
        Entry entry;
        entry.kind = L::kind;
        entry.key = L::key;
        entry.metering = L::metering;
        entry.scope = std::move(scope);
        L const lever{std::move(params)};
        entry.idle = lever.idle();
        entry.write =
            [lever](Reach const& reach, World const& world, PolicyBook& book) {
                lever.write(reach, world, book);
            };
        entry.offered = [lever](Reach const& reach, World const& world) {
            return lever.offered(reach, world);
        };
        if constexpr (requires(Reach const& reach, World const& world) {
                          lever.operation(0.0, reach, world);
                      }) {
            entry.operation =
                [lever](double used, Reach const& reach, World const& world) {
                    return lever.operation(used, reach, world);
                };
        }
        if constexpr (requires { L::payee; }) entry.payee = L::payee;
        entries_.push_back(std::move(entry));
    }

    [[nodiscard]] LeverAccounts accounts() const;

    /// Goes on where another scenario stands whose levers have been the same so far.
    void go_on_from(LeverAccounts const& accounts, World const& world);

    /// Before the month's processes: what is offered, and how much money there is for
    /// it.
    void open(World& world);

    /// After them: pays the operators and notes what was spent.
    void close(World& world);

    /// One lever of the scenario, with its account of the year.
    struct Entry {
        LeverKind kind{};
        std::string_view key;
        Metering metering{};
        LeverScope scope;
        Account payee = Account::outside; ///< of its running cost
        bool idle = false;                ///< intensity zero: as if it were not there
        std::function<void(Reach const&, World const&, PolicyBook&)> write;
        std::function<double(Reach const&, World const&)> offered;
        std::function<double(double, Reach const&, World const&)>
            operation; ///< may be empty

        Fen cap = 0;        ///< of a year, at the world's scale
        Fen spent = 0;      ///< this year
        bool works = false; ///< this month
        Reach reach;        ///< of this month
        double offer = 0.0; ///< of this month, in the lever's unit or in firms
        Fen reserved = 0;   ///< for this month's running cost
        Fen bill = 0;       ///< this month's running cost

        [[nodiscard]] Fen left() const { return cap > spent ? cap - spent : 0; }

        [[nodiscard]] std::string name() const {
            return scope.name.empty() ? std::string{key} : scope.name;
        }
    };

    [[nodiscard]] std::vector<Entry> const& entries() const { return entries_; }

    [[nodiscard]] Fen spent_this_year(LeverKind kind) const;

  private:
    void begin_year(World const& world);
    void find_reach(World const& world);
    void reserve_running_costs(World const& world);
    void share_out(World& world) const;
    void send_bills(World& world);
    void pay_bills(World& world) const;
    void note_spending(World& world);
    void temper_offers(World const& world);

    [[nodiscard]] double used(Entry const& entry, PolicyUse const& use) const;
    [[nodiscard]] Fen reserved(LeverKind kind) const;

    std::vector<Entry> entries_;
    LeverAccounts carried_; ///< but what entries have spent, which they know
};

} // namespace canopy
