#include "sim/base/hash.hpp"
#include "sim/matching/two_sided.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace canopy;
using matching::Proposal;

namespace {

struct Outcome {
    std::vector<std::uint32_t> served; ///< requests in their order
    std::vector<double> given;
    std::vector<std::uint32_t> refused;
    std::vector<double> left;
};

Outcome share(
    std::vector<Proposal> const& proposals,
    std::vector<double> capacities,
    double least) {
    Outcome outcome;
    for (auto const& answer : matching::share_out(proposals, capacities, least)) {
        if (answer.accepted) {
            outcome.served.push_back(answer.request);
            outcome.given.push_back(answer.quantity);
        } else {
            CHECK(answer.quantity == 0.0);
            outcome.refused.push_back(answer.request);
        }
    }
    outcome.left = capacities;
    return outcome;
}

std::vector<Proposal> many_proposals(std::uint32_t count, std::uint32_t sellers) {
    std::vector<Proposal> proposals;
    for (std::uint32_t number = 0; number < count; ++number) {
        auto const bits = scramble(number + 1);
        proposals.push_back(
            {.seller = static_cast<std::uint32_t>(bits % sellers),
             .request = number,
             .tier = static_cast<std::uint8_t>((bits >> 8U) % 3U),
             .score = static_cast<float>((bits >> 16U) % 4U),
             .hash = (bits >> 24U) % 5U,
             .quantity = static_cast<double>((bits >> 32U) % 10U + 1U)});
    }
    return proposals;
}

} // namespace

TEST_CASE("sellers serve by tier, then score, then hash, then request", "[unit]") {
    std::vector<Proposal> const proposals{
        {.seller = 1,
         .request = 0,
         .tier = 0,
         .score = 9.0F,
         .hash = 1,
         .quantity = 1.0},
        {.seller = 1,
         .request = 1,
         .tier = 1,
         .score = 1.0F,
         .hash = 7,
         .quantity = 1.0},
        {.seller = 1,
         .request = 2,
         .tier = 1,
         .score = 2.0F,
         .hash = 9,
         .quantity = 1.0},
        {.seller = 1,
         .request = 3,
         .tier = 1,
         .score = 1.0F,
         .hash = 3,
         .quantity = 1.0},
        {.seller = 1,
         .request = 4,
         .tier = 1,
         .score = 1.0F,
         .hash = 3,
         .quantity = 1.0},
        {.seller = 0,
         .request = 5,
         .tier = 0,
         .score = 0.0F,
         .hash = 8,
         .quantity = 1.0}};
    auto const outcome = share(proposals, {10.0, 10.0}, 1.0);
    CHECK(outcome.served == std::vector<std::uint32_t>{5, 2, 3, 4, 1, 0});
    CHECK(outcome.refused.empty());
    CHECK(outcome.left == std::vector<double>{9.0, 5.0});
}

TEST_CASE("a lot is cut to what is left, and refused below the least share", "[unit]") {
    std::vector<Proposal> const proposals{
        {.seller = 0, .request = 0, .score = 3.0F, .quantity = 6.0},
        {.seller = 0, .request = 1, .score = 2.0F, .quantity = 10.0},
        {.seller = 0, .request = 2, .score = 1.0F, .quantity = 5.0}};
    auto const outcome = share(proposals, {10.0}, 0.6);
    CHECK(outcome.served == std::vector<std::uint32_t>{0, 2});
    CHECK(outcome.given == std::vector<double>{6.0, 4.0});
    CHECK(outcome.refused == std::vector<std::uint32_t>{1});
    CHECK(outcome.left == std::vector<double>{0.0});
}

TEST_CASE("nothing is lost and the order of proposals does not matter", "[unit]") {
    constexpr std::uint32_t sellers = 40;
    auto proposals = many_proposals(1'000, sellers);
    std::vector<double> const capacities(sellers, 60.0);
    auto const outcome = share(proposals, capacities, 0.5);
    CHECK(outcome.served.size() + outcome.refused.size() == proposals.size());
    CHECK(!outcome.refused.empty());
    double given = 0.0;
    for (auto const quantity : outcome.given)
        given += quantity;
    double left = 0.0;
    for (auto const rest : outcome.left) {
        CHECK(rest >= 0.0);
        left += rest;
    }
    CHECK(given + left == 60.0 * sellers);

    std::reverse(proposals.begin(), proposals.end());
    auto const again = share(proposals, capacities, 0.5);
    CHECK(again.served == outcome.served);
    CHECK(again.given == outcome.given);
    CHECK(again.refused == outcome.refused);
}
