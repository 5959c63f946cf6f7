#include "sim/base/vector_math.hpp"

#include <functional>
#include <map>

#include "tests/support/law_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::laws;

namespace {

constexpr int months = 12;

/// Something that makes up a cost term, taken away from a zone's December 2022 or from
/// its parameters.
struct Cut {
    std::string name;
    CostTerm term;
    std::string parameters;
    std::function<void(World&)> take_away;
};

/// Half of what recipes need of a term, bought on links or at the place.
void halve_needs(World& world, CostTerm term) {
    for (auto& recipes : world.technology.recipes)
        for (auto& recipe : recipes) {
            recipe.pooled_cost[index_of(term)] *= 0.5;
            for (auto& input : recipe.linked)
                if (input.term == term) input.coefficient *= 0.5;
        }
}

std::vector<Cut> cuts() {
    std::vector<Cut> all{
        {"wages",
         CostTerm::labour,
         {},
         [](World& world) {
             for (auto& sector : world.sectors)
                 sector.wage *= 0.5;
         }},
        {"rents",
         CostTerm::land,
         {},
         [](World& world) {
             for (auto& sector : world.sectors)
                 sector.rent *= 0.5;
         }},
        {"interest",
         CostTerm::finance,
         {},
         [](World& world) {
             for (auto const firm : living(world))
                 world.firms.interest_rate[firm] = 0.0F;
         }},
        {"freight", CostTerm::logistics, "[costs]\nfreight = 0.0\n", [](World&) {}},
        {"power price",
         CostTerm::energy,
         {},
         [](World& world) {
             for (auto& place : world.places.rows)
                 place.power_index *= 0.5;
         }},
    };
    for (auto const term :
         {CostTerm::materials,
          CostTerm::logistics,
          CostTerm::energy,
          CostTerm::services})
        all.push_back(
            {"needs of " + std::string{term_names[index_of(term)]},
             term,
             {},
             [term](World& world) { halve_needs(world, term); }});
    return all;
}

struct Costs {
    std::array<double, n_terms> term{};
    double log_price = 0.0;
};

std::map<std::uint64_t, Costs> costs_of(World const& world) {
    std::map<std::uint64_t, Costs> costs;
    auto const& firms = world.firms;
    for (auto const firm : living(world)) {
        if (firms.birth[firm] > 0) continue;
        auto& row = costs[firms.id[firm]];
        for (std::size_t term = 0; term < n_terms; ++term)
            row.term[term] = static_cast<double>(firms.unit_cost[firm][term]);
        row.log_price = canopy::log(static_cast<double>(firms.price[firm]));
    }
    return costs;
}

/// Means over the firms that live in both zones.
struct Change {
    std::array<double, n_terms> before{};
    std::array<double, n_terms> after{};
    double log_price = 0.0;
};

Change change(World const& with, World const& without) {
    Change mean;
    auto const changed = costs_of(with);
    double firms = 0.0;
    for (auto const& [id, costs] : costs_of(without)) {
        auto const found = changed.find(id);
        if (found == changed.end()) continue;
        firms += 1.0;
        for (std::size_t term = 0; term < n_terms; ++term) {
            mean.before[term] += costs.term[term];
            mean.after[term] += found->second.term[term];
        }
        mean.log_price += found->second.log_price - costs.log_price;
    }
    for (std::size_t term = 0; term < n_terms; ++term) {
        mean.before[term] /= firms;
        mean.after[term] /= firms;
    }
    mean.log_price /= firms;
    return mean;
}

} // namespace

TEST_CASE(
    "whatever makes up a cost term lowers that term and prices when it is taken away",
    "[law]") {
    auto const scenario = shrunk({}, 0.04);
    LawRun base{scenario};
    base.months(months);
    for (auto const& cut : cuts()) {
        auto opening = opening_of(scenario);
        cut.take_away(opening);
        LawRun run{shrunk(cut.parameters, 0.04), std::move(opening)};
        run.months(months);
        auto const found = change(run.world, base.world);
        auto const at = index_of(cut.term);
        auto const fall = found.before[at] - found.after[at];
        CAPTURE(cut.name, found.before[at], found.after[at], found.log_price);
        CHECK(fall > 0.05 * found.before[at]); // interest is a fifteenth of its term
        CHECK(found.log_price < -0.3 * fall);
        for (std::size_t other = 0; other < n_terms; ++other)
            if (other != at)
                CHECK(found.before[other] - found.after[other] < 0.5 * fall);
    }
}

TEST_CASE(
    "dearer power reaches the energy term, and prices only as far as costs are passed "
    "through",
    "[law]") {
    auto const shock = std::string{"[[shock]]\nname = \"power\"\nkind = "
                                   "\"power_price\"\nfrom = \"2023-02\"\nsize = 1.0\n"};
    auto const run_with = [&](std::string const& parameters, std::string const& event) {
        auto run = std::make_unique<LawRun>(
            shrunk(parameters + event, 0.02), opening_of(shrunk({}, 0.02)));
        run->months(months);
        return run;
    };
    auto const anchored = std::string{"[pricing]\npass_through = 0.0\n"};
    auto const passed = change(run_with({}, shock)->world, run_with({}, {})->world);
    auto const held =
        change(run_with(anchored, shock)->world, run_with(anchored, {})->world);
    auto const energy = index_of(CostTerm::energy);
    CAPTURE(passed.log_price, held.log_price);
    CHECK(passed.after[energy] > 1.8 * passed.before[energy]);
    CHECK(held.after[energy] > 1.8 * held.before[energy]);
    CHECK(passed.log_price > 0.01);
    CHECK(std::abs(held.log_price) < 0.1 * passed.log_price);
}
