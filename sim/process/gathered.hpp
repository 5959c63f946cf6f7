#pragma once

#include "sim/base/many_draws.hpp"
#include "sim/base/parallel.hpp"

#include <array>
#include <vector>

namespace canopy {

/// What a pass over all rows finds, in row order whatever the threads; its buffers stay
/// from month to month.
template<class Found>
class Gathered {
  public:
    /// body(found, Row) for every row; it appends to `found` what it finds.
    template<class Row, class Body>
    void collect(std::size_t rows, Body const& body) {
        collect_blocks(
            rows, [&](std::vector<Found>& found, std::size_t first, std::size_t last) {
                for (auto row = first; row != last; ++row)
                    body(found, Row{row});
            });
    }

    /// body(found, Row, draws) for the rows for which wanted(Row) holds, with the first
    /// draws of their agents.
    template<class Row, class Wanted, class Body>
    void collect_drawn(
        Luck const& luck,
        Month month,
        Purpose purpose,
        std::span<std::uint64_t const> agents,
        Wanted const& wanted,
        Body const& body) {
        collect_blocks(
            agents.size(),
            [&](std::vector<Found>& found, std::size_t first, std::size_t last) {
                std::array<std::uint32_t, rows_per_block> rows;
                std::array<std::uint64_t, rows_per_block> drawing;
                std::size_t count = 0;
                for (auto row = first; row != last; ++row) {
                    rows[count] = static_cast<std::uint32_t>(row);
                    drawing[count] = agents[row];
                    count += wanted(Row{row}) ? 1U : 0U;
                }
                std::array<DrawBlock, rows_per_block> draws;
                draw_many(luck, month, purpose, std::span{drawing}.first(count), draws);
                for (std::size_t at = 0; at < count; ++at)
                    body(found, Row{rows[at]}, draws[at]);
            });
    }

    [[nodiscard]] std::vector<Found>& all() { return all_; }

    [[nodiscard]] std::vector<Found> const& all() const { return all_; }

  private:
    /// body(found, first, last) over fixed ranges of rows.
    template<class Body>
    void collect_blocks(std::size_t rows, Body const& body) {
        by_block_.resize(n_blocks(rows));
        for_each_block(
            rows, [&](std::size_t block, std::size_t first, std::size_t last) {
                auto& found = by_block_[block];
                found.clear();
                body(found, first, last);
            });
        all_.clear();
        for (auto const& part : by_block_)
            all_.insert(all_.end(), part.begin(), part.end());
    }

    std::vector<std::vector<Found>> by_block_;
    std::vector<Found> all_;
};

} // namespace canopy
