#pragma once

#include "sim/base/many_draws.hpp"
#include "sim/process/supply_search.hpp"

namespace canopy {

/// Everything that the requests of one buyer share.
struct SupplySearch::Buyer {
    World const& now;
    SupplierDraws const& draws;
    BestNewcomers const& best;
    FirmId firm;
    std::uint64_t id;
    PlaceId place;
    Recipe const& recipe;
    std::span<Link const> links;
    double local_bonus;           ///< θ, utility of a seller in the zone
    std::uint32_t platform_looks; ///< for one published request
    double platform_yield;
    double event_barrier_cut;
    bool on_platform;
    bool at_event;
    bool in_alliance; ///< with the neighbouring zones
    int candidates;

    /// Draws for one request; whoever attends a meeting looks twice there.
    [[nodiscard]] std::uint32_t looks(bool published) const {
        return static_cast<std::uint32_t>(candidates)
               + (published ? platform_looks : 0U) + (at_event ? 2U : 0U);
    }
};

/// A possible supplier; of one in the zone the seller is still to be found.
struct SupplySearch::Prospect {
    Seller seller;
    std::uint8_t fit = 0;
    bool from_platform = false;
};

/// A request, its draws and its prospects, `first` up to the next one's first.
struct SupplySearch::Search {
    static constexpr double no_bar = -1e30;

    Request request;
    Buyer const* buyer;
    double bar;                 ///< score that a candidate must reach
    std::uint32_t number;       ///< of the search among its buyer's
    std::size_t first_draw = 0; ///< among those for its purpose
    std::size_t first = 0;
};

/// Draws for one purpose, made side by side.
struct SupplySearch::Draws {
    std::vector<std::uint64_t> agents;
    std::vector<std::uint32_t> numbers;
    std::vector<DrawBlock> bits;

    void clear() {
        agents.clear();
        numbers.clear();
    }

    void make(World const& now, Purpose purpose) {
        bits.resize(agents.size());
        draw_many(now.luck, now.month, purpose, agents, numbers, bits);
    }
};

/// Where the searches of a group of buyers lie side by side while their sellers are
/// being found.
struct SupplySearch::Desk {
    std::vector<Buyer> buyers;
    std::vector<Search> searches;
    Draws for_gaps;
    Draws for_reviews;
    std::vector<Prospect> prospects;
    std::vector<LocalDraw> local; ///< numbered by their prospects
    SupplierDraws::Waiting waiting;

    void clear() {
        buyers.clear();
        searches.clear();
        for_gaps.clear();
        for_reviews.clear();
        prospects.clear();
        local.clear();
    }
};

} // namespace canopy
