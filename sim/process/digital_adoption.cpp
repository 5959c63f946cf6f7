#include "sim/process/digital_adoption.hpp"

#include "sim/process/firm_event.hpp"
#include "sim/process/vouchers.hpp"
#include "sim/rules/digital_hazard.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr std::uint8_t highest_level = 4;
}

bool DigitalAdoption::takes_step(
    World const& now, FirmId firm, double voucher, double u) const {
    auto const& firms = now.firms;
    auto const adopters =
        now.around.digital_share[firms.sector[firm].row()][firms.place[firm].row()];
    auto const hazard = (params_.innovation + params_.imitation * adopters)
                        * now.park_services.effect_of(
                            ParkService::digital, firms.place[firm])
                        * (1.0 + params_.voucher_pull * voucher)
                        * (firms.digital_level[firm] > 0 ? params_.next_level : 1.0);
    auto const workers = static_cast<double>(firms.workers[firm]);
    return u < hazard * rules::digital_size_bound(workers)
           && u < hazard * rules::digital_size_factor(workers);
}

void DigitalAdoption::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    auto const may_step = [&](FirmId firm) {
        return firms.alive(firm) && firms.digital_level[firm] < highest_level;
    };
    auto const step = [&](std::vector<Step>& found, FirmId firm, DrawBlock const& draws) {
        auto const kind = firms.kind[firm];
        auto const sector = firms.sector[firm];
        auto const place = firms.place[firm];
        auto const voucher = now.policy.digital_voucher(kind, sector, place);
        if (!takes_step(now, firm, voucher, uniform(draws[0]))) return;
        auto const spending = params_.cost_per_worker * firms.workers[firm];
        auto const claim = std::min(
            voucher * spending, now.policy.digital_voucher_limit(kind, sector, place));
        auto const purse =
            yuan(firms.cash[firm]) + params_.credit * firms.revenue_12m(firm);
        if (spending - claim > purse) return;
        auto const labour =
            static_cast<double>(firms.unit_cost[firm][index_of(CostTerm::labour)]);
        found.push_back(
            {.firm = firm,
             .gain = static_cast<float>(
                 labour_saving_ * labour / std::max(1e-6, firms.total_unit_cost(firm))),
             .spending = fen(spending),
             .claim = fen(claim)});
    };
    into.collect_drawn<FirmId>(
        now.luck, now.month, Purpose::digital, firms.id.values(), may_step, step);
}

void DigitalAdoption::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    Fen claimed = 0;
    for (auto const& step : decision.all())
        claimed += step.claim;
    for (auto const& step : decision.all()) {
        auto const firm = step.firm;
        transfer(world, Flow::cost_reduction, firm, Account::outside, step.spending);
        pay_voucher(world, LeverKind::digital_voucher, firm, step.claim, claimed);
        ++firms.digital_level[firm];
        firms.set_done(firm, Action::digital);
        firms.last_action[firm] =
            static_cast<std::uint8_t>(index_of(Action::digital) + 1);
        firms.delivered_cost_change[firm] = step.gain;
        ++world.counts.actions[index_of(Action::digital)];
        auto event = firm_event(world, firm, EventKind::adoption);
        event.amount = step.spending;
        event.action = static_cast<std::int8_t>(index_of(Action::digital));
        event.cost_term = static_cast<std::int8_t>(index_of(CostTerm::labour));
        world.events.push_back(event);
    }
}

} // namespace canopy
