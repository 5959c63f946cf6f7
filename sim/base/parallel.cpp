#include "sim/base/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

namespace canopy {

/// Built in place: a global_control that is copied or moved limits nothing.
struct ThreadLimit::State {
    explicit State(int threads)
        : control{
            tbb::global_control::max_allowed_parallelism,
            static_cast<std::size_t>(threads)} {}

    tbb::global_control control;
};

ThreadLimit::ThreadLimit(int threads)
    : state_{std::make_unique<State>(threads)} {}

ThreadLimit::~ThreadLimit() = default;

void run_blocks(std::size_t blocks, BlockBody body) {
    if (blocks <= 1) {
        if (blocks == 1) body(0);
        return;
    }
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>{0, blocks, 1},
        [&](tbb::blocked_range<std::size_t> const& range) {
            for (auto block = range.begin(); block != range.end(); ++block)
                body(block);
        });
}

} // namespace canopy
