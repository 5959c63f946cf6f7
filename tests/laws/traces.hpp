#pragma once

#include <array>
#include <set>

#include "tests/support/law_world.hpp"

namespace canopy::laws {

/// What one process did to the books in one month.
struct Traces {
    std::set<Flow> flows;
    bool firms = false;
    bool heads = false;
    bool output = false;
    bool inputs = false;
    bool delivered = false;
    bool loans = false;
    bool credit = false;
    bool people = false;
    bool communities = false;
};

struct Watched {
    Ledger ledger;
    MonthCounts counts;
    Fen loans = 0;
    Fen credit = 0;
    std::vector<Fen> communities;

    explicit Watched(World const& world)
        : ledger{world.ledger}
        , counts{world.counts}
        , loans{world.balances.bank_loans} {
        for (auto const firm : living(world))
            credit += world.firms.payables[firm];
        for (auto const& community : world.communities.rows)
            communities.push_back(community.money);
    }
};

inline Traces traces(Watched const& before, Watched const& after) {
    Traces found;
    for (std::size_t row = 0; row < n_flows; ++row)
        if (before.ledger.entries()[row] != after.ledger.entries()[row])
            found.flows.insert(static_cast<Flow>(row));
    auto const firms = [](MonthCounts const& c) {
        return std::array{
            c.entries[0],
            c.entries[1],
            c.exits[0],
            c.exits[1],
            c.moves_in,
            c.moves_out};
    };
    found.firms = firms(before.counts) != firms(after.counts);
    auto const heads = [](MonthCounts const& c) {
        return std::array{c.hires, c.separations, c.workers_entered, c.workers_left};
    };
    found.heads = heads(before.counts) != heads(after.counts);
    auto const output = [](MonthCounts const& c) {
        return std::array{c.made, c.sold, c.output_scrapped, c.output_entered};
    };
    found.output = output(before.counts) != output(after.counts);
    auto const inputs = [](MonthCounts const& c) {
        return std::array{
            c.inputs_bought, c.inputs_used, c.inputs_scrapped, c.inputs_entered};
    };
    found.inputs = inputs(before.counts) != inputs(after.counts);
    found.delivered = before.counts.local_delivered != after.counts.local_delivered;
    found.loans = before.loans != after.loans;
    found.credit = before.credit != after.credit;
    auto const people = [](MonthCounts const& c) {
        return std::array{c.births, c.deaths, c.arrivals, c.departures};
    };
    found.people = people(before.counts) != people(after.counts);
    found.communities = before.communities != after.communities;
    return found;
}

} // namespace canopy::laws
