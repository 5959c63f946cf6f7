#include "sim/rules/nested_logit.hpp"

#include "sim/base/random.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace canopy;
using rules::Alternative;

namespace {

std::vector<double> shares(std::vector<Alternative> options, std::array<double, 2> scale) {
    constexpr int draws = 40'000;
    Luck const luck{3};
    std::vector<double> chosen(options.size(), 0.0);
    for (int draw = 0; draw < draws; ++draw) {
        auto const agent = static_cast<std::uint64_t>(draw);
        auto const block = luck.block(agent, Month{1}, Purpose::destination);
        for (std::size_t index = 0; index < options.size(); ++index)
            options[index].luck = gumbel(luck(
                agent, Month{1}, Purpose::destination, static_cast<std::uint32_t>(index + 1)));
        chosen[rules::choose_nested<2>(
            options, scale, {gumbel(uniform(block[0])), gumbel(uniform(block[1]))})] +=
            1.0 / draws;
    }
    return chosen;
}

} // namespace

TEST_CASE("the nested logit draws with McFadden's probabilities", "[unit]") {
    // Nest 0 (λ .5): V = 0 and 1 → .5 ln(1 + e²) = 1.0635; nest 1 (λ 1): V = .5.
    // P(nest 0) = 1/(1 + e^(.5 − 1.0635)) = .6372; inside it the second has e²/(1 + e²) = .8808.
    auto const share = shares(
        {{.value = 0.0, .nest = 0}, {.value = 1.0, .nest = 0}, {.value = 0.5, .nest = 1}},
        {0.5, 1.0});
    CHECK(share[0] == Approx(0.0760).margin(0.006));
    CHECK(share[1] == Approx(0.5613).margin(0.01));
    CHECK(share[2] == Approx(0.3628).margin(0.01));
}

TEST_CASE("an empty nest is never drawn", "[unit]") {
    auto const share =
        shares({{.value = -50.0, .nest = 1}, {.value = -50.0, .nest = 1}}, {0.5, 1.0});
    CHECK(share[0] + share[1] == Approx(1.0));
}

TEST_CASE("the probability of a nest is what the draws come to", "[unit]") {
    std::vector<Alternative> const options{
        {.value = 0.0, .nest = 0}, {.value = 1.0, .nest = 0}, {.value = 0.5, .nest = 1}};
    auto const worths = rules::nest_worths<3>(options, {0.5, 1.0, 0.7});
    CHECK(rules::chance_of_nest(worths, 0) == Approx(0.6372).epsilon(1e-3));
    CHECK(rules::chance_of_nest(worths, 1) == Approx(0.3628).epsilon(1e-3));
    CHECK(rules::chance_of_nest(worths, 2) == 0.0); // empty
}
