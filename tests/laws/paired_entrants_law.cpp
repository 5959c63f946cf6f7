#include <map>
#include <tuple>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr int policy_month = 7;
constexpr int last_month = 36;

/// What an entrant is born with; whom it finds for its first team depends on the others.
using Birth = std::tuple<FirmKind, std::size_t, std::size_t, float, float>;
/// Where and when potential entrants come up: month, kind, sector, place.
using Cell = std::tuple<int, FirmKind, std::size_t, std::size_t>;

struct Entrants {
    std::map<std::int64_t, Birth> births;
    std::map<Cell, std::vector<std::int64_t>> by_cell;
};

Entrants entrants(std::string const& added) {
    LawRun run{shrunk(added, 0.06)};
    Entrants found;
    for (int at = 1; at <= last_month; ++at) {
        run.month();
        auto const& firms = run.world.firms;
        std::map<std::uint64_t, FirmId> rows;
        for (auto const firm : living(run.world))
            rows[firms.id[firm]] = firm;
        for (auto const& event : run.world.events) {
            if (event.kind != EventKind::entry) continue;
            auto const firm = rows.at(static_cast<std::uint64_t>(event.firm));
            auto const kind = firms.kind[firm];
            auto const sector = firms.sector[firm].row();
            auto const place = firms.place[firm].row();
            found.births[event.firm] = {
                kind,
                sector,
                place,
                firms.productivity[firm],
                firms.quality[firm]};
            found.by_cell[{at, kind, sector, place}].push_back(event.firm);
        }
    }
    return found;
}

} // namespace

TEST_CASE(
    "the same potential entrant has the same id and is born the same under any policy",
    "[law]") {
    auto const from = std::string{"from = \"2023-07\""};
    auto const baseline = entrants({});
    auto const policy = entrants(
        lever("rent_relief", "discount = 0.5\nfree_months = 36\n" + from, "rent")
        + lever("interest_subsidy", "points = 0.02\n" + from, "interest")
        + lever("supply_platform", "users = 50000\n" + from, "platform")
        + lever("spin_off_support", "boost = 2\n" + from, "spin_offs"));

    std::size_t in_both = 0;
    std::size_t alike = 0;
    for (auto const& [id, birth] : policy.births) {
        auto const found = baseline.births.find(id);
        if (found == baseline.births.end()) continue;
        ++in_both;
        alike += found->second == birth ? 1 : 0;
    }
    CHECK(alike == in_both);
    CHECK(in_both > baseline.births.size() * 9 / 10);
    CHECK(policy.births != baseline.births);

    // Whoever enters where fewer do also enters where more do.
    for (auto const& [cell, ids] : policy.by_cell) {
        auto const found = baseline.by_cell.find(cell);
        if (found == baseline.by_cell.end()) continue;
        auto const common = std::min(ids.size(), found->second.size());
        CHECK(std::equal(
            ids.begin(),
            ids.begin() + static_cast<std::ptrdiff_t>(common),
            found->second.begin()));
        if (std::get<0>(cell) < policy_month) CHECK(ids == found->second);
    }
}
