#include "sim/process/cost_reduction.hpp"

#include "sim/process/admission.hpp"
#include "sim/process/firm_event.hpp"
#include "sim/process/hearsay.hpp"
#include "sim/process/vouchers.hpp"
#include "sim/rules/action_value.hpp"

#include <algorithm>
#include <optional>

namespace canopy {

namespace {

constexpr std::size_t n_on_menu = n_actions - 1; ///< all but digital
constexpr std::size_t n_looked_at = 3;
constexpr double least_process_cost = 0.5;

Action on_menu(std::uint32_t bits) {
    return static_cast<Action>(std::uint64_t{bits} * n_on_menu >> 32U);
}

std::optional<LeverKind> voucher_for(Action action) {
    if (action == Action::process_rd) return LeverKind::rd_voucher;
    if (action == Action::green_power) return LeverKind::green_power;
    return std::nullopt;
}

} // namespace

CostReduction::CostReduction(Params const& params, CostRules const& rules)
    : params_{params}
    , menu_{params, rules}
    , months_{rules::months_of_gain(params.discount, params.horizon)} {}

void CostReduction::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.choices.collect_drawn<FirmId>(
        now.luck,
        now.month,
        Purpose::examine,
        firms.id.values(),
        // A leader's technology is on the scenario's path, as its demand is.
        [&](FirmId firm) { return firms.alive(firm) && firms.leader[firm] == 0; },
        [&](std::vector<Choice>& found, FirmId firm, DrawBlock const& draws) {
            auto const tried = now.park_services.effect_of(
                ParkService::production_support, firms.place[firm]);
            if (uniform(draws[0]) < params_.examine * tried) weigh(now, firm, draws, found);
        });
    admit(now, params_.equipment_capacity, into.choices.all(), into.proposals);
}

void CostReduction::weigh(
    World const& now,
    FirmId firm,
    DrawBlock const& draws,
    std::vector<Choice>& found) const {
    auto const& firms = now.firms;
    Standing const standing{
        .sales = std::max(1000.0, firms.revenue_12m(firm)),
        .unit_cost = std::max(1e-6, firms.total_unit_cost(firm)),
        .demand = firms.expected_demand[firm]};
    auto const purse = yuan(firms.cash[firm]) + params_.credit * standing.sales;

    std::array<Action, n_looked_at> actions{};
    std::array<Prospect, n_looked_at> prospects{};
    bool any = false;
    for (std::size_t look = 0; look < n_looked_at; ++look) {
        actions[look] = on_menu(draws[look + 1]);
        auto const seen = actions.begin() + static_cast<std::ptrdiff_t>(look);
        if (std::find(actions.begin(), seen, actions[look]) != seen) continue;
        auto& prospect = prospects[look];
        prospect = menu_.look(now, firm, actions[look], standing);
        prospect.open = prospect.open && prospect.spending - prospect.subsidy <= purse;
        any = any || prospect.open;
    }
    if (!any) return;

    Hearsay const hearsay{now, firm, params_.friend_factor, params_.peer_trust};
    std::array<double, n_looked_at> values{};
    any = false;
    for (std::size_t look = 0; look < n_looked_at; ++look) {
        auto const& prospect = prospects[look];
        if (!prospect.open) continue;
        auto const gain = rules::expected_gain(
            prospect.gain, params_.doubt, hearsay.of(actions[look]));
        values[look] = rules::action_value(
            gain * standing.unit_cost * standing.demand,
            months_,
            prospect.spending - prospect.subsidy,
            standing.sales);
        any = any || values[look] > 0.0;
    }
    if (!any) return;

    auto const tastes = now.luck.block(firms.id[firm], now.month, Purpose::adopt);
    auto best = gumbel(uniform(tastes[n_looked_at])); // of doing nothing
    std::size_t chosen = n_looked_at;
    for (std::size_t look = 0; look < n_looked_at; ++look) {
        if (values[look] <= 0.0) continue;
        auto const utility =
            params_.sharpness * values[look] + gumbel(uniform(tastes[look]));
        if (utility <= best) continue;
        best = utility;
        chosen = look;
    }
    if (chosen == n_looked_at) return;
    auto const& prospect = prospects[chosen];
    found.push_back(
        {.firm = firm,
         .action = actions[chosen],
         .value = static_cast<float>(values[chosen]),
         .gain = static_cast<float>(prospect.gain),
         .spending = fen(prospect.spending),
         .claim = fen(prospect.subsidy),
         .link = prospect.link});
    if (actions[chosen] == Action::process_rd) do_research(now, found.back());
}

void CostReduction::do_research(World const& now, Choice& choice) const {
    auto const id = now.firms.id[choice.firm];
    auto const chances = now.luck.block(id, now.month, Purpose::innovation);
    auto const draws = now.luck.block(id, now.month, Purpose::innovation, 1);
    auto const success =
        menu_.research_success(now, choice.firm, yuan(choice.spending));
    choice.on_quality = uniform(chances[1]) < 0.5;
    choice.gain = uniform(chances[0]) >= success
                      ? 0.0F
                      : static_cast<float>(rules::research_gain(
                          uniform(draws[0]),
                          uniform(draws[1]),
                          uniform(draws[2]),
                          params_.rd_most));
}

void CostReduction::carry_out(World& world, Choice const& choice) const {
    auto& firms = world.firms;
    auto const firm = choice.firm;
    auto const gain = choice.gain;
    switch (choice.action) {
    case Action::process_rd:
        world.counts.rd_spending += yuan(choice.spending);
        if (choice.on_quality) {
            firms.quality[firm] = std::min(1.0F, firms.quality[firm] + gain);
        } else {
            firms.process_cost[firm] = std::max(
                static_cast<float>(least_process_cost),
                firms.process_cost[firm] * (1.0F - gain));
            firms.productivity[firm] /= 1.0F - gain;
        }
        break;
    case Action::local_sourcing:
        world.links.of(firm)[choice.link].volume *=
            static_cast<float>(1.0 - params_.sourcing_moved);
        break;
    case Action::standard_factory:
        firms.space_kind[firm] = SpaceKind::standard_factory;
        break;
    default:
        break; // the flag below is what firm_cost reads
    }
    firms.set_done(firm, choice.action);
    firms.last_action[firm] = static_cast<std::uint8_t>(index_of(choice.action) + 1);
    firms.delivered_cost_change[firm] = gain;
}

void CostReduction::apply(Decision const& decision, World& world) const {
    std::array<Fen, n_levers> claimed{};
    for (auto const& choice : decision.choices.all())
        if (auto const lever = voucher_for(choice.action); lever && choice.admitted)
            claimed[index_of(*lever)] += choice.claim;
    for (auto const& choice : decision.choices.all()) {
        if (!choice.admitted) continue;
        auto const firm = choice.firm;
        transfer(world, Flow::cost_reduction, firm, Account::outside, choice.spending);
        if (auto const lever = voucher_for(choice.action))
            pay_voucher(world, *lever, firm, choice.claim, claimed[index_of(*lever)]);
        auto const moved = term_moved(world, firm, choice.action);
        carry_out(world, choice);
        ++world.counts.actions[index_of(choice.action)];
        auto event = firm_event(world, firm, EventKind::adoption);
        event.amount = choice.spending;
        event.action = static_cast<std::int8_t>(index_of(choice.action));
        event.cost_term = static_cast<std::int8_t>(index_of(moved));
        world.events.push_back(event);
    }
}

} // namespace canopy
