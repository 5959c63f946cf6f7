#pragma once

#include "sim/process/delivery.hpp"

#include <array>

namespace canopy {

/// Sums of one part of the firms, in fen and on the grid: exact in any order.
struct Delivery::Totals {
    Ledger ledger;
    Fen outside_credit = 0;
    double made = 0.0;
    double sold = 0.0;
    double scrapped = 0.0;
    double bought = 0.0;
    double used = 0.0;
    double delivered = 0.0;
    double received = 0.0;
    double freight = 0.0;
    std::array<Fen, n_terms> bought_for{};
    std::array<std::array<Fen, n_rings>, max_sectors> purchased_in{}; ///< by good
    Fen bonus_claims = 0;

    Totals& operator+=(Totals const& other) {
        ledger += other.ledger;
        outside_credit += other.outside_credit;
        made += other.made;
        sold += other.sold;
        scrapped += other.scrapped;
        bought += other.bought;
        used += other.used;
        delivered += other.delivered;
        received += other.received;
        freight += other.freight;
        for (std::size_t term = 0; term < n_terms; ++term)
            bought_for[term] += other.bought_for[term];
        bonus_claims += other.bonus_claims;
        for (std::size_t good = 0; good < max_sectors; ++good)
            for (std::size_t ring = 0; ring < n_rings; ++ring)
                purchased_in[good][ring] += other.purchased_in[good][ring];
        return *this;
    }
};

} // namespace canopy
