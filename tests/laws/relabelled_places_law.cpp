#include "sim/model/saved_start.hpp"

#include <map>
#include <tuple>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr PlaceId first{0};
constexpr PlaceId second{1};

PlaceId relabelled(PlaceId place) {
    if (place == first) return second;
    return place == second ? first : place;
}

template<class Matrix>
void swap_rows_and_columns(Matrix& matrix) {
    std::swap(matrix[first.row()], matrix[second.row()]);
    for (auto& row : matrix)
        std::swap(row[first.row()], row[second.row()]);
}

/// The same zone with two of its parks listed in the other order.
World relabelled(World world) {
    auto& places = world.places;
    std::swap(places[first], places[second]);
    swap_rows_and_columns(places.km);
    swap_rows_and_columns(places.log_distance);
    swap_rows_and_columns(places.freight);
    swap_rows_and_columns(places.log_landed);
    for (auto const firm : living(world))
        world.firms.place[firm] = relabelled(world.firms.place[firm]);
    for (auto& offer : world.job_offers)
        offer.place = relabelled(offer.place);
    for (auto& leader : world.leaders)
        leader.place = relabelled(leader.place);
    for (auto& sector : world.sectors)
        std::swap(
            sector.opening_places[first.row()], sector.opening_places[second.row()]);
    for (auto& community : world.communities.rows)
        community.place = relabelled(community.place);
    auto& capacity = world.park_services.opening_capacity;
    std::swap(capacity[first.row()], capacity[second.row()]);
    auto& around = world.around;
    for (std::size_t row = 0; row < world.sectors.size(); ++row) {
        SectorId const sector{row};
        for (auto const kind : {FirmKind::individual, FirmKind::company}) {
            std::swap(
                world.opening.firms(kind, sector, first),
                world.opening.firms(kind, sector, second));
            std::swap(
                around.firms(kind, sector, first), around.firms(kind, sector, second));
        }
        for (auto* table :
             {&around.workers, &around.digital_share, &around.agglomeration})
            std::swap((*table)[row][first.row()], (*table)[row][second.row()]);
    }
    refill_directory(world);
    return world;
}

/// What a firm has come to, its place by name.
using Standing = std::tuple<std::string, int, int>;

struct Outcome {
    std::map<std::uint64_t, Standing> standing;
    std::map<std::uint64_t, double> price;
    std::map<std::uint64_t, double> output;
    std::map<std::uint64_t, double> cash;
};

Outcome month_of(Scenario const& scenario, World opening) {
    LawRun run{scenario, std::move(opening)};
    run.month();
    Outcome outcome;
    auto const& firms = run.world.firms;
    for (auto const firm : living(run.world)) {
        auto const id = firms.id[firm];
        outcome.standing[id] = {
            run.world.places[firms.place[firm]].name,
            firms.workers[firm],
            firms.digital_level[firm]};
        outcome.price[id] = static_cast<double>(firms.price[firm]);
        outcome.output[id] = firms.output[firm];
        outcome.cash[id] = static_cast<double>(firms.cash[firm]);
    }
    return outcome;
}

/// Firms whose values differ by more than rounding.
std::size_t unlike(
    std::map<std::uint64_t, double> const& a,
    std::map<std::uint64_t, double> const& b,
    double unit) {
    std::size_t count = 0;
    for (auto const& [id, value] : a)
        if (b.at(id) != Approx(value).epsilon(1e-6).margin(unit)) ++count;
    return count;
}

} // namespace

TEST_CASE(
    "the order in which parks are listed does not matter to their firms", "[law]") {
    auto const scenario = shrunk({}, 0.05);
    auto const& opening = opening_of(scenario);
    auto const as_listed = month_of(scenario, opening);
    auto const other_order = month_of(scenario, relabelled(opening));
    REQUIRE(as_listed.standing == other_order.standing);
    CHECK(unlike(as_listed.price, other_order.price, 0.0) == 0);
    CHECK(unlike(as_listed.output, other_order.output, 1.0 / 64.0) == 0);
    CHECK(unlike(as_listed.cash, other_order.cash, 1.0) == 0);
}
