#pragma once

#include "sim/base/parallel.hpp"

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
        by_block_.resize(n_blocks(rows));
        for_each_block(
            rows, [&](std::size_t block, std::size_t first, std::size_t last) {
                auto& found = by_block_[block];
                found.clear();
                for (auto row = first; row != last; ++row)
                    body(found, Row{row});
            });
        all_.clear();
        for (auto const& part : by_block_)
            all_.insert(all_.end(), part.begin(), part.end());
    }

    [[nodiscard]] std::vector<Found>& all() { return all_; }

    [[nodiscard]] std::vector<Found> const& all() const { return all_; }

  private:
    std::vector<std::vector<Found>> by_block_;
    std::vector<Found> all_;
};

} // namespace canopy
