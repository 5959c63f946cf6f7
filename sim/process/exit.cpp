#include "sim/process/exit.hpp"

#include "sim/rules/exp_bound.hpp"

#include <algorithm>

namespace canopy {

bool Exit::gives_up(World const& now, FirmId firm, double u) const {
    auto const& firms = now.firms;
    auto const kind = firms.kind[firm];
    auto const factor =
        kind == FirmKind::company ? params_.company : params_.individual;
    auto const years = (now.month.index() - firms.birth[firm]) / 12.0;
    auto const pressure = params_.log_pressure(
        static_cast<double>(firms.margin_12m[firm]),
        now.opening.margin[index_of(kind)][firms.sector[firm].row()],
        static_cast<double>(firms.local_share[firm]));
    auto const most =
        factor * params_.bound_at_age(years) / 12.0 * rules::exp_bound(pressure);
    if (u >= most) return false;
    return u < rules::monthly_exit(
               factor * params_.at_age(years), pressure, firms.workers[firm]);
}

bool Exit::insolvent(World const& now, FirmId firm) const {
    return static_cast<double>(now.firms.missed_payments[firm]) >= params_.patience
           && equity_of(now, firm) < 0.0;
}

void Exit::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.collect_drawn<FirmId>(
        now.luck,
        now.month,
        Purpose::exit,
        firms.id.values(),
        [&](FirmId firm) { return firms.alive(firm); },
        [&](std::vector<Leaving>& found, FirmId firm, DrawBlock const& draws) {
            if (auto const leader = firms.leader[firm]; leader != 0) {
                if (now.leaders[leader - 1U].stopped)
                    found.push_back({firm, ExitReason::withdrawn});
            } else if (insolvent(now, firm)) {
                found.push_back({firm, ExitReason::insolvent});
            } else if (gives_up(now, firm, uniform(draws[0]))) {
                found.push_back({firm, ExitReason::given_up});
            }
        });
}

void Exit::apply(Decision& decision, World& world) const {
    // Closing firms may owe each other: who goes first is settled by id, not by row.
    auto& leaving = decision.all();
    std::sort(leaving.begin(), leaving.end(), [&](Leaving const& a, Leaving const& b) {
        return world.firms.id[a.firm] < world.firms.id[b.firm];
    });
    for (auto const& [firm, reason] : leaving)
        close_firm(world, firm, reason);
}

} // namespace canopy
