#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace canopy {

/// Rows that one task works on at a time; fixed, so that sums do not depend on threads.
inline constexpr std::size_t rows_per_block = 1024;

[[nodiscard]] constexpr std::size_t n_blocks(std::size_t rows) {
    return (rows + rows_per_block - 1) / rows_per_block;
}

/// A call to somebody else's function object, without owning it.
class BlockBody {
  public:
    template<class Body>
    explicit BlockBody(Body const& body)
        : object_{std::addressof(body)}
        , call_{[](void const* object, std::size_t block) {
            (*static_cast<Body const*>(object))(block);
        }} {}

    void operator()(std::size_t block) const { call_(object_, block); }

  private:
    void const* object_;
    void (*call_)(void const*, std::size_t);
};

/// Runs body(0) … body(blocks − 1) on all threads of the current ThreadLimit.
void run_blocks(std::size_t blocks, BlockBody body);

/// Limits the number of threads while it lives.
class ThreadLimit {
  public:
    explicit ThreadLimit(int threads);
    ThreadLimit(ThreadLimit const&) = delete;
    ThreadLimit& operator=(ThreadLimit const&) = delete;
    ThreadLimit(ThreadLimit&&) = delete;
    ThreadLimit& operator=(ThreadLimit&&) = delete;
    ~ThreadLimit();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// body(block, first, last) over fixed ranges of rows.
template<class Body>
void for_each_block(std::size_t rows, Body const& body) {
    auto const run = [&](std::size_t block) {
        auto const first = block * rows_per_block;
        body(block, first, std::min(rows, first + rows_per_block));
    };
    run_blocks(n_blocks(rows), BlockBody{run});
}

/// body(Row) for every row; the order within a block is ascending.
template<class Row, class Body>
void for_each_row(std::size_t rows, Body const& body) {
    for_each_block(rows, [&](std::size_t, std::size_t first, std::size_t last) {
        for (auto row = first; row != last; ++row)
            body(Row{row});
    });
}

/// Most partial sums of a table: few enough that large ones stay cheap, fixed so that
/// sums depend on the number of rows only.
inline constexpr std::size_t max_parts = 64;

/// Sum over fixed ranges of rows, combined in order: the same bits for any number of
/// threads. body(sum, Row) adds a row's share to `sum`; Sum needs `+=`.
template<class Row, class Sum, class Body>
[[nodiscard]] Sum sum_rows(std::size_t rows, Sum const& zero, Body const& body) {
    auto const parts = std::min(max_parts, std::max<std::size_t>(1, n_blocks(rows)));
    std::vector<Sum> sums(parts, zero);
    auto const run = [&](std::size_t part) {
        auto const last = rows * (part + 1) / parts;
        for (auto row = rows * part / parts; row != last; ++row)
            body(sums[part], Row{row});
    };
    run_blocks(parts, BlockBody{run});
    auto total = std::move(sums.front());
    for (std::size_t part = 1; part < parts; ++part)
        total += sums[part];
    return total;
}

/// Rows for which `wanted(Row)` holds, in ascending order.
template<class Row, class Wanted>
[[nodiscard]] std::vector<Row> select_rows(std::size_t rows, Wanted const& wanted) {
    std::vector<std::vector<Row>> parts(n_blocks(rows));
    for_each_block(rows, [&](std::size_t block, std::size_t first, std::size_t last) {
        for (auto row = first; row != last; ++row)
            if (wanted(Row{row})) parts[block].push_back(Row{row});
    });
    std::vector<Row> selected;
    for (auto const& part : parts)
        selected.insert(selected.end(), part.begin(), part.end());
    return selected;
}

} // namespace canopy
