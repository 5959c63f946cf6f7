#include "sim/process/subsidy_claims.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>

namespace canopy {

namespace {

struct Claims {
    std::array<Fen, bill_levers.size()> of{};

    Claims& operator+=(Claims const& other) {
        for (std::size_t lever = 0; lever < of.size(); ++lever)
            of[lever] += other.of[lever];
        return *this;
    }
};

} // namespace

bool offers_on_bills(PolicyBook const& policy) {
    return std::any_of(bill_levers.begin(), bill_levers.end(), [&](LeverKind lever) {
        return policy.allowed(lever) > 0;
    });
}

Fen SubsidyClaim::on(LeverKind lever) const {
    if (lever == LeverKind::interest_subsidy) return interest;
    if (lever == LeverKind::direct_power) return power;
    return rent;
}

double energy_bill(World const& world, FirmId firm, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const& recipe =
        world.technology.recipe(firms.kind[firm], firms.sector[firm]);
    return firms.output[firm] * static_cast<double>(firms.process_cost[firm])
           * recipe.pooled_cost[index_of(CostTerm::energy)]
           * list_energy_price_at(world, firm, firms.place[firm], rules);
}

SubsidyClaim subsidy_claim(World const& world, FirmId firm, CostRules const& rules) {
    auto const& firms = world.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const rent = list_rent_at(world, firm, place, rules)
                      * static_cast<double>(firms.space[firm]);
    return {
        .interest =
            fen(yuan(firms.loan[firm]) * interest_relief_at(world, firm, place) / 12.0),
        .power = fen(
            energy_bill(world, firm, rules)
            * world.policy.power_discount(kind, sector, place)),
        .rent = fen(rent * rent_relief_at(world, firm, place))};
}

void SubsidyClaims::decide(World const& now, Decision& into) const {
    into.covered = now.policy.covered;
    if (!offers_on_bills(now.policy)) return;
    auto const claims =
        sum_rows<FirmId>(now.firms.rows(), Claims{}, [&](Claims& sum, FirmId firm) {
            if (!now.firms.alive(firm)) return;
            auto const claim = subsidy_claim(now, firm, costs_);
            for (std::size_t lever = 0; lever < bill_levers.size(); ++lever)
                sum.of[lever] += claim.on(bill_levers[lever]);
        });
    for (std::size_t lever = 0; lever < bill_levers.size(); ++lever)
        into.covered[index_of(bill_levers[lever])] =
            paid_share(claims.of[lever], now.policy.allowed(bill_levers[lever]));
}

void SubsidyClaims::apply(Decision const& decision, World& world) const {
    world.policy.covered = decision.covered;
}

} // namespace canopy
