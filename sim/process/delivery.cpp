#include "sim/process/delivery.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/delivery_totals.hpp"

#include <numeric>

namespace canopy {

void Delivery::decide(World const& now, Decision& into) const {
    into.counters.open(now);
    into.sales.resize(now.firms.rows());
    into.bonus_claim.resize(now.firms.rows());
    for_each_row<FirmId>(now.firms.rows(), [&](FirmId firm) {
        into.bonus_claim[firm] = 0;
        into.sales[firm] =
            now.firms.alive(firm) ? sell(now, firm, into.counters.of(firm)) : Sale{};
    });
}

void Delivery::apply(Decision& decision, World& world) const {
    auto const totals =
        sum_rows<FirmId>(world.firms.rows(), Totals{}, [&](Totals& sum, FirmId firm) {
            if (!world.firms.alive(firm)) return;
            close_sales(world, firm, decision.sales[firm], sum);
            receive(world, firm, decision, sum);
        });
    world.ledger += totals.ledger;
    world.outside.receivables += totals.outside_credit;
    auto& counts = world.counts;
    counts.made += totals.made;
    counts.sold += totals.sold;
    counts.output_scrapped += totals.scrapped;
    counts.inputs_bought += totals.bought;
    counts.inputs_used += totals.used;
    counts.local_delivered += totals.delivered;
    counts.local_received += totals.received;
    counts.freight += totals.freight;
    counts.logistics +=
        totals.freight + yuan(totals.bought_for[index_of(CostTerm::logistics)]);
    for (std::size_t good = 0; good < max_sectors; ++good) {
        auto const& by_ring = totals.purchased_in[good];
        counts.purchases[good] =
            yuan(std::accumulate(by_ring.begin(), by_ring.end(), Fen{0}));
        for (std::size_t ring = 0; ring < n_rings; ++ring)
            counts.purchased_in[good][ring] = yuan(by_ring[ring]);
    }
    decision.bonus_claims = totals.bonus_claims;
    if (decision.bonus_claims > 0) pay_bonus(decision, world);
}

void Delivery::pay_bonus(Decision const& decision, World& world) const {
    auto const lever = static_cast<std::size_t>(LeverKind::local_purchase_bonus);
    auto const share = paid_share(decision.bonus_claims, world.policy.allowance[lever]);
    auto& firms = world.firms;
    Fen paid = 0;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (decision.bonus_claim[firm] == 0) continue;
        auto const amount =
            static_cast<Fen>(static_cast<double>(decision.bonus_claim[firm]) * share);
        firms.cash[firm] += amount;
        world.ledger.receive(Flow::subsidies, Account::enterprises, amount);
        world.use.units[lever] +=
            yuan(amount)
            / world.policy.local_bonus(
                firms.kind[firm], firms.sector[firm], firms.place[firm]);
        paid += amount;
    }
    world.ledger.pay(Flow::subsidies, Account::government, paid);
    world.use.spent[lever] += paid;
}

} // namespace canopy
