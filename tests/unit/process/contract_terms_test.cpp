#include "sim/base/hash.hpp"
#include "sim/process/contract_terms.hpp"

#include <catch2/catch.hpp>

using namespace canopy;

TEST_CASE("a debt falls due in as many parts as the tier gives months", "[unit]") {
    constexpr Fen invoice = 777;
    for (std::uint64_t draw = 0; draw < 2'000; ++draw) {
        auto const owed = static_cast<Fen>(scramble(draw) % (1ULL << (draw % 50U)));
        for (std::size_t tier = 0; tier < n_tiers; ++tier) {
            auto const months = rules::tier_terms[tier].credit_months;
            auto const due = months > 0 ? owed / months : owed + invoice;
            REQUIRE(falls_due(tier, owed, invoice) == due);
        }
    }
}

TEST_CASE("an ended relation pays its whole debt and gets no credit", "[unit]") {
    Link link;
    link.tier = Tier::kin;
    link.owed = 900;
    link.flow = 3.0;
    auto const running = contract_terms(link, 1.0, 1.0, 0.0);
    CHECK(running.due == 300);
    link.end();
    auto const over = contract_terms(link, 1.0, 1.0, 0.0);
    CHECK(over.due == 900 + over.invoice);
    CHECK(over.owed == 0);
}

TEST_CASE("amounts that are not negative round as all amounts do", "[unit]") {
    for (std::uint64_t draw = 0; draw < 2'000; ++draw) {
        auto const amount = static_cast<double>(scramble(draw) >> 20U)
                            / static_cast<double>(1U << (draw % 30U));
        REQUIRE(positive_fen(amount) == fen(amount));
        REQUIRE(positive_on_grid(amount) == on_grid(amount));
    }
    CHECK(positive_fen(0.0) == 0);
    CHECK(positive_on_grid(0.0) == 0.0);
}
