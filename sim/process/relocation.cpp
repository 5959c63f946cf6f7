#include "sim/process/relocation.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/process/departure.hpp"
#include "sim/process/firm_event.hpp"
#include "sim/process/payments.hpp"
#include "sim/process/place_costs.hpp"
#include "sim/process/premises.hpp"
#include "sim/rules/exp_bound.hpp"

#include <algorithm>
#include <optional>

namespace canopy {

namespace {

/// Once a year, in a month that the firm's id sets.
bool looks_around(World const& now, FirmId firm) {
    constexpr unsigned low_bits = 32; ///< of an id, which are not drawn evenly
    auto const turn = (now.firms.id[firm] >> low_bits) % 12U;
    return now.month.of_year() == static_cast<int>(turn) + 1;
}

void move_within(World& world, FirmId firm, PlaceId to, float space) {
    auto& firms = world.firms;
    auto const from = firms.place[firm];
    world.directory.remove(firms, firm);
    world.places[from].occupied -= static_cast<double>(firms.space[firm]);
    firms.place[firm] = to;
    firms.space[firm] = space;
    firms.arrival[firm] = static_cast<std::int16_t>(world.month.index());
    world.places[to].occupied += static_cast<double>(space);
    world.directory.add(firms, firm);
    ++world.counts.moves_within;
    auto event = firm_event(world, firm, EventKind::move);
    event.place_from = static_cast<std::int8_t>(from.row());
    event.place_to = static_cast<std::int8_t>(to.row());
    event.amount = fen(firms.revenue_12m(firm));
    world.events.push_back(event);
}

} // namespace

double best_relocation_gain(
    World const& now, FirmId firm, std::array<double, max_places> const& unit_cost) {
    auto const& firms = now.firms;
    auto const here = firms.place[firm].row();
    double lowest = unit_cost[here];
    for (std::size_t row = 0; row < now.places.size(); ++row)
        lowest = std::min(lowest, unit_cost[row]);
    return rules::relocation_gain(
        unit_cost[here],
        lowest,
        static_cast<double>(firms.price[firm]),
        static_cast<double>(firms.margin_12m[firm]));
}

rules::MoveMotives
Relocation::motives(World const& now, FirmId firm, double gain) const {
    auto const& firms = now.firms;
    auto const months = now.month.index() - firms.arrival[firm];
    auto const lease = static_cast<int>(params_.lease);
    return {
        .best_gain = gain,
        .space_stress = std::max(
            0.0,
            Premises::needed(now, firm)
                    / std::max(1.0, static_cast<double>(firms.space[firm]))
                - 1.0),
        .lease_ends = months > 0 && months % lease == 0,
        .workers = static_cast<double>(firms.workers[firm]),
        .years_here = months / 12.0,
        .local_share = static_cast<double>(firms.local_share[firm]),
        .satisfaction = static_cast<double>(firms.satisfaction[firm])};
}

Sites Relocation::sites(
    World const& now,
    FirmId firm,
    std::array<double, max_places> const& costs,
    PlaceViews const& views) const {
    return sites_of(
        now,
        firm,
        costs,
        views,
        params_,
        {.metro = params_.trade_lost_metro, .coast = params_.trade_lost_coast});
}

void Relocation::consider(
    World const& now,
    FirmId firm,
    PlaceViews const& views,
    double u,
    std::vector<Finding>& found) const {
    auto const& firms = now.firms;
    std::optional<std::array<double, max_places>> costs;
    Finding finding{.firm = firm, .to = {}, .gain = firms.best_gain[firm]};
    if (looks_around(now, firm)) {
        costs = unit_cost_everywhere(now, firm, rules_);
        finding.gain = static_cast<float>(best_relocation_gain(now, firm, *costs));
        finding.looked = true;
    }
    auto const why = motives(now, firm, static_cast<double>(finding.gain));
    if (finding.looked)
        finding.chance = params_.chance(why)
                         * chance_of_leaving(now, sites(now, firm, *costs, views));
    if (u < rules::exp_bound(params_.log_push(why)) && u < params_.chance(why)) {
        if (!costs) costs = unit_cost_everywhere(now, firm, rules_);
        auto const site =
            choose_site(now, firm, sites(now, firm, *costs, views), views);
        if (site != firms.place[firm]) {
            finding.to = site;
            finding.space = static_cast<float>(Premises::needed(now, firm));
        }
    }
    if (finding.looked || finding.to.valid()) found.push_back(finding);
}

void Relocation::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.views.look(now);
    into.findings.collect_drawn<FirmId>(
        now.luck,
        now.month,
        Purpose::relocation,
        firms.id.values(),
        [&](FirmId firm) { return firms.alive(firm) && firms.leader[firm] == 0; },
        [&](std::vector<Finding>& found, FirmId firm, DrawBlock const& draws) {
            consider(now, firm, into.views, uniform(draws[0]), found);
        });
    share_space(now, into);
}

void Relocation::share_space(World const& now, Decision& into) const {
    auto& findings = into.findings.all();
    into.proposals.clear();
    for (std::size_t number = 0; number < findings.size(); ++number) {
        auto const& finding = findings[number];
        if (!finding.to.valid() || !now.in_zone(finding.to)) continue;
        into.proposals.push_back(
            {.seller = static_cast<std::uint32_t>(finding.to.row()),
             .request = static_cast<std::uint32_t>(number),
             .score = finding.gain,
             .hash = combine(
                 now.firms.id[finding.firm],
                 static_cast<std::uint64_t>(now.month.index())),
             .quantity = static_cast<double>(finding.space)});
    }
    std::array<double, max_places> room{};
    for (std::size_t row = 0; row < now.n_zone_places(); ++row) {
        auto const& place = now.places[PlaceId{row}];
        room[row] = params_.overfill * place.space - place.occupied;
    }
    for (auto const& answer : matching::share_out(into.proposals, room, 1.0))
        if (!answer.accepted) findings[answer.request].to = {};
}

void Relocation::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    for (auto const& finding : decision.findings.all()) {
        auto const firm = finding.firm;
        if (finding.looked) {
            firms.best_gain[firm] = finding.gain;
            world.counts.moves_out_expected += 12.0 * finding.chance;
        }
        if (!finding.to.valid()) continue;
        transfer(
            world,
            Flow::relocation,
            firm,
            Account::outside,
            fen(params_.moving_cost * firms.revenue_12m(firm)));
        if (world.in_zone(finding.to)) {
            move_within(world, firm, finding.to, finding.space);
        } else {
            leave_zone(world, firm, finding.to);
        }
    }
}

void Relocation::open(World& world) const {
    auto& firms = world.firms;
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        if (!firms.alive(firm) || firms.leader[firm] != 0) return;
        auto const costs = unit_cost_everywhere(world, firm, rules_);
        firms.best_gain[firm] =
            static_cast<float>(best_relocation_gain(world, firm, costs));
    });
}

} // namespace canopy
