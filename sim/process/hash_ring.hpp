#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace canopy {

/// Things addressed by the hash that follows from their ids: a draw takes the next one
/// around the ring, so somebody new changes only the draws that fall just before it.
/// Source: consistent hashing, Karger et al. 1997.
class HashRing {
  public:
    static constexpr std::uint32_t nothing = 0xffffffffU;

    void clear() { points_.clear(); }

    void add(std::uint32_t hash, std::uint32_t what) { points_.push_back({hash, what}); }

    /// Before the first draw.
    void close() {
        std::sort(points_.begin(), points_.end(), [](Point a, Point b) {
            return a.hash != b.hash ? a.hash < b.hash : a.what < b.what;
        });
    }

    [[nodiscard]] std::size_t size() const { return points_.size(); }

    /// What follows `bits` on the ring, `nothing` if it is empty.
    [[nodiscard]] std::uint32_t at(std::uint32_t bits) const {
        if (points_.empty()) return nothing;
        return points_[position(bits)].what;
    }

    /// The first thing from `bits` on for which `wanted` holds, at most `steps` away.
    template<class Wanted>
    [[nodiscard]] std::uint32_t
    first(std::uint32_t bits, std::size_t steps, Wanted const& wanted) const {
        if (points_.empty()) return nothing;
        auto at = position(bits);
        for (std::size_t step = 0; step < std::min(steps, points_.size()); ++step) {
            if (wanted(points_[at].what)) return points_[at].what;
            at = at + 1 == points_.size() ? 0 : at + 1;
        }
        return nothing;
    }

  private:
    struct Point {
        std::uint32_t hash;
        std::uint32_t what;
    };

    /// Hashes are even on the ring: the place is near bits · size / 2³².
    [[nodiscard]] std::size_t position(std::uint32_t bits) const {
        auto const size = points_.size();
        auto at = static_cast<std::size_t>(
            static_cast<std::uint64_t>(bits) * size >> 32U);
        while (at > 0 && points_[at - 1].hash >= bits)
            --at;
        while (at < size && points_[at].hash < bits)
            ++at;
        return at == size ? 0 : at;
    }

    std::vector<Point> points_;
};

} // namespace canopy
