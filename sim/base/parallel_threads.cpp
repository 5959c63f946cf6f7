#include "sim/base/parallel.hpp"

#include <atomic>
#include <thread>

// Stands in for parallel.cpp under ThreadSanitizer, which takes oneTBB's own locks for races.

namespace canopy {

namespace {
std::atomic<unsigned> threads_allowed{0}; ///< 0 = as many as the machine has
}

struct ThreadLimit::State {
    explicit State(unsigned threads)
        : before{threads_allowed.exchange(threads)} {}

    State(State const&) = delete;
    State& operator=(State const&) = delete;

    ~State() { threads_allowed = before; }

    unsigned before;
};

ThreadLimit::ThreadLimit(int threads)
    : state_{std::make_unique<State>(static_cast<unsigned>(threads))} {}

ThreadLimit::~ThreadLimit() = default;

void run_blocks(std::size_t blocks, BlockBody body) {
    std::atomic<std::size_t> next{0};
    auto const work = [&] {
        for (auto block = next++; block < blocks; block = next++)
            body(block);
    };
    auto const allowed = threads_allowed.load();
    auto const threads = std::min<std::size_t>(
        blocks, allowed > 0 ? allowed : std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> helpers;
    for (std::size_t helper = 1; helper < threads; ++helper)
        helpers.emplace_back(work);
    work();
}

} // namespace canopy
