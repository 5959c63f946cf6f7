#include "sim/engine/lever_program.hpp"

#include "sim/base/error.hpp"

#include <algorithm>
#include <string>

namespace canopy {

namespace {

constexpr Fen unlimited = PublicBudget::unlimited;
constexpr Fen rounding_of_claims = 100'000; // half a fen for each of many claims

constexpr double cut_of_offer = 0.7; ///< after a month whose claims took all, judgement
constexpr double return_of_offer = 1.1; ///< after a month that left money, judgement

Fen cap_in_fen(std::optional<double> const& yuan_a_year, double scale) {
    return yuan_a_year ? fen(*yuan_a_year * scale) : unlimited;
}

/// An equal part of what is left for each month that remains of the year.
Fen of_month(Month month, Fen cap, Fen left) {
    return cap == unlimited ? left : left / (13 - month.of_year());
}

bool exhausted(Fen cap, Fen left) {
    return left <= cap / 1000;
}

} // namespace

LeverAccounts LeverProgram::accounts() const {
    auto accounts = carried_;
    for (auto const& entry : entries_)
        accounts.spent[entry.name()] = entry.spent;
    return accounts;
}

void LeverProgram::go_on_from(LeverAccounts const& accounts, World const& world) {
    carried_ = accounts;
    for (auto& entry : entries_) {
        entry.cap = cap_in_fen(entry.scope.yearly_cap, world.scale);
        auto const known = accounts.spent.find(entry.name());
        entry.spent = known == accounts.spent.end() ? 0 : known->second;
    }
}

void LeverProgram::open(World& world) {
    world.policy = PolicyBook{};
    begin_year(world);
    find_reach(world);
    reserve_running_costs(world);
    for (auto const& entry : entries_)
        if (entry.works) entry.write(entry.reach, world, world.policy);
    world.policy.cap_shares();
    share_out(world);
}

void LeverProgram::begin_year(World const& world) {
    if (world.month.year() == carried_.year) return;
    carried_.year = world.month.year();
    for (auto& entry : entries_) {
        entry.cap = cap_in_fen(entry.scope.yearly_cap, world.scale);
        entry.spent = 0;
    }
}

void LeverProgram::find_reach(World const& world) {
    auto const no_money = exhausted(world.budget.cap, world.budget.left_for_levers());
    for (auto& entry : entries_) {
        entry.works = false;
        entry.offer = 0.0;
        entry.reserved = 0;
        entry.bill = 0;
        if (entry.idle || no_money || exhausted(entry.cap, entry.left())) continue;
        entry.reach = reach_of(entry.scope, world);
        if (entry.metering == Metering::claims)
            entry.reach.weaken(carried_.tempered[index_of(entry.kind)]);
        entry.works = entry.reach.strength > 0.0;
    }
}

/// What is run costs a known sum at most: it is set aside first, and an offer that its
/// money, of the zone's cap this month's part, does not cover shrinks to what is
/// covered.
void LeverProgram::reserve_running_costs(World const& world) {
    Fen total = 0;
    auto const fit = [&](Entry& entry, double part) {
        if (part < 1.0) {
            entry.reach.weaken(part);
            entry.reserved =
                static_cast<Fen>(static_cast<double>(entry.reserved) * part);
        }
        entry.offer = entry.offered(entry.reach, world);
    };
    for (auto& entry : entries_) {
        if (!entry.works) continue;
        entry.offer = entry.offered(entry.reach, world);
        if (!entry.operation) continue;
        auto const use = entry.metering == Metering::claims ? 0.0 : entry.offer;
        entry.reserved = fen(entry.operation(use, entry.reach, world));
        fit(entry, paid_share(entry.reserved, entry.left()));
        total += entry.reserved;
    }
    auto const& budget = world.budget;
    auto const part =
        paid_share(total, of_month(world.month, budget.cap, budget.left_for_levers()));
    if (part >= 1.0) return;
    for (auto& entry : entries_)
        if (entry.works && entry.operation) fit(entry, part);
}

/// Money for claims by kind: this month's equal part of what the caps leave of the
/// year, the entries' own within the zone's.
void LeverProgram::share_out(World& world) const {
    auto const& budget = world.budget;
    auto& book = world.policy;
    std::array<Fen, n_levers> left{};
    std::array<bool, n_levers> pays_claims{};
    auto pool = of_month(world.month, budget.cap, budget.left_for_levers());
    double payers = 0.0;
    for (auto const& entry : entries_) {
        if (!entry.works) continue;
        auto const kind = index_of(entry.kind);
        pool -= entry.reserved;
        if (entry.metering != Metering::claims) {
            book.allowance[kind] += entry.reserved;
            continue;
        }
        auto const released =
            of_month(world.month, entry.cap, entry.left()) - entry.reserved;
        left[kind] = std::min(unlimited, left[kind] + std::max<Fen>(0, released));
        payers += pays_claims[kind] ? 0.0 : 1.0;
        pays_claims[kind] = true;
    }
    std::array<double, n_levers> expected{};
    double total = 0.0;
    for (std::size_t kind = 0; kind < n_levers; ++kind) {
        if (!pays_claims[kind]) continue;
        expected[kind] =
            carried_.last_month[kind] > 0.0
                ? carried_.last_month[kind]
                : std::max(1.0, static_cast<double>(budget.cap) / 12.0 / payers);
        total += expected[kind];
    }
    for (std::size_t kind = 0; kind < n_levers; ++kind) {
        if (!pays_claims[kind]) continue;
        auto const share = budget.cap == unlimited
                               ? unlimited
                               : static_cast<Fen>(
                                   static_cast<double>(std::max<Fen>(0, pool))
                                   * (expected[kind] / total));
        book.allowance[kind] = std::min(left[kind], share);
    }
}

void LeverProgram::close(World& world) {
    for (auto const& entry : entries_) {
        if (entry.metering != Metering::claims) continue;
        auto const kind = index_of(entry.kind);
        if (world.use.spent[kind] <= world.policy.allowance[kind] + rounding_of_claims)
            continue;
        throw InvariantError{
            std::string{entry.key} + " paid " + std::to_string(world.use.spent[kind])
            + " fen of " + std::to_string(world.policy.allowance[kind]) + " allowed in "
            + world.month.text()};
    }
    send_bills(world);
    pay_bills(world);
    note_spending(world);
    temper_offers(world);
}

/// Who was promised more than there was money for is promised less: nobody is moved for
/// long by what is not paid.
void LeverProgram::temper_offers(World const& world) {
    std::array<bool, n_levers> open{};
    for (auto const& entry : entries_)
        if (entry.works && entry.metering == Metering::claims)
            open[index_of(entry.kind)] = true;
    for (std::size_t kind = 0; kind < n_levers; ++kind) {
        if (!open[kind]) continue;
        auto const money =
            static_cast<double>(world.policy.allowance[kind])
            + static_cast<double>(reserved(static_cast<LeverKind>(kind)));
        auto const rounded = static_cast<double>(rounding_of_claims) * world.scale;
        auto const all_taken =
            static_cast<double>(world.use.spent[kind]) + rounded >= 0.99 * money;
        carried_.tempered[kind] =
            all_taken ? carried_.tempered[kind] * cut_of_offer
                      : std::min(1.0, carried_.tempered[kind] * return_of_offer);
    }
}

void LeverProgram::send_bills(World& world) {
    std::array<Fen, n_levers> billed{};
    for (auto& entry : entries_) {
        if (!entry.works || !entry.operation) continue;
        auto const units = used(entry, world.use);
        entry.bill = fen(entry.operation(units, entry.reach, world));
        billed[index_of(entry.kind)] += entry.bill;
    }
    for (auto& entry : entries_) {
        auto const kind = index_of(entry.kind);
        auto limit = reserved(entry.kind);
        if (entry.metering == Metering::claims) {
            limit +=
                std::max<Fen>(0, world.policy.allowance[kind] - world.use.spent[kind]);
        }
        entry.bill = paid_part(entry.bill, billed[kind], limit);
    }
    for (auto const& entry : entries_)
        if (entry.works && entry.metering == Metering::capacity) {
            world.use.units[index_of(entry.kind)] += entry.offer;
        }
}

/// The government pays by kind of lever, each operator receives its own bill.
void LeverProgram::pay_bills(World& world) const {
    std::array<Fen, n_levers> paid{};
    for (auto const& entry : entries_) {
        world.ledger.receive(Flow::lever_operation, entry.payee, entry.bill);
        paid[index_of(entry.kind)] += entry.bill;
    }
    for (std::size_t kind = 0; kind < n_levers; ++kind) {
        world.ledger.pay(Flow::lever_operation, Account::government, paid[kind]);
        world.use.spent[kind] += paid[kind];
    }
}

/// Claims are charged to the entries of their kind by what each offered, up to its cap.
void LeverProgram::note_spending(World& world) {
    auto claims = world.use.spent;
    std::array<double, n_levers> offers{};
    for (auto& entry : entries_) {
        entry.spent += entry.bill;
        claims[index_of(entry.kind)] -= entry.bill;
        if (entry.works) offers[index_of(entry.kind)] += entry.offer;
    }
    auto open = claims;
    for (auto& entry : entries_) {
        auto const kind = index_of(entry.kind);
        if (!entry.works || offers[kind] <= 0.0) continue;
        auto const part = static_cast<Fen>(
            static_cast<double>(claims[kind]) * (entry.offer / offers[kind]));
        auto const charged = std::min({part, entry.left(), open[kind]});
        entry.spent += charged;
        open[kind] -= charged;
    }
    for (auto& entry : entries_) {
        auto const kind = index_of(entry.kind);
        if (!entry.works) continue;
        auto const charged = std::min(entry.left(), open[kind]);
        entry.spent += charged;
        open[kind] -= charged;
    }
    for (std::size_t kind = 0; kind < n_levers; ++kind)
        carried_.last_month[kind] = static_cast<double>(world.use.spent[kind])
                                    / std::max(0.01, carried_.tempered[kind]);
    for (auto const amount : world.use.spent)
        world.budget.spent_on_levers += amount;
}

double LeverProgram::used(Entry const& entry, PolicyUse const& use) const {
    if (entry.metering == Metering::capacity) return entry.offer;
    double offers = 0.0;
    for (auto const& other : entries_)
        if (other.works && other.kind == entry.kind) offers += other.offer;
    if (offers <= 0.0) return 0.0;
    auto const part = use.units[index_of(entry.kind)] * (entry.offer / offers);
    return entry.metering == Metering::users ? std::min(part, entry.offer) : part;
}

Fen LeverProgram::reserved(LeverKind kind) const {
    Fen sum = 0;
    for (auto const& entry : entries_)
        if (entry.kind == kind) sum += entry.reserved;
    return sum;
}

Fen LeverProgram::spent_this_year(LeverKind kind) const {
    Fen sum = 0;
    for (auto const& entry : entries_)
        if (entry.kind == kind) sum += entry.spent;
    return sum;
}

} // namespace canopy
