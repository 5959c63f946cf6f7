#pragma once

#include "sim/process/supply_search.hpp"

namespace canopy {

/// Everything that the requests of one buyer share.
struct SupplySearch::Buyer {
    World const& now;
    SupplierDraws const& draws;
    FirmId firm;
    std::uint64_t id;
    PlaceId place;
    Recipe const& recipe;
    std::span<Link const> links;
    double local_bonus; ///< θ, utility of a seller in the zone
    double platform_candidates;
    double platform_yield;
    double event_barrier_cut;
    bool on_platform;
    bool at_event;
    bool in_alliance; ///< with the neighbouring zones
    int candidates;
};

/// A possible supplier; of one in the zone the seller is still to be found.
struct SupplySearch::Prospect {
    Seller seller;
    std::uint8_t fit = 0;
    bool from_platform = false;
};

/// A request and its prospects, `first` up to the next one's first.
struct SupplySearch::Search {
    Request request;
    Buyer const* buyer;
    double bar; ///< score that a candidate must reach
    std::size_t first;
};

/// Where the searches of a group of buyers lie side by side while their sellers are
/// being found.
struct SupplySearch::Desk {
    std::vector<Buyer> buyers;
    std::vector<Search> searches;
    std::vector<Prospect> prospects;
    std::vector<LocalDraw> local; ///< numbered by their prospects
    SupplierDraws::Waiting waiting;

    void clear() {
        buyers.clear();
        searches.clear();
        prospects.clear();
        local.clear();
    }
};

} // namespace canopy
