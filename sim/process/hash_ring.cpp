#include "sim/process/hash_ring.hpp"

#include "sim/base/parallel.hpp"

namespace canopy {

void close_rings(HashRing& one, std::span<HashRing> others) {
    auto const close = [&](std::size_t number) {
        (number == 0 ? one : others[number - 1]).close();
    };
    run_blocks(1 + others.size(), BlockBody{close});
}

} // namespace canopy
