#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace canopy {

/// Things addressed by the hash that follows from their ids: a draw takes the next one
/// around the ring, so somebody new changes only the draws that fall just before it.
/// Source: consistent hashing, Karger et al. 1997.
class HashRing {
  public:
    static constexpr std::uint32_t nothing = 0xffffffffU;

    void clear() { points_.clear(); }

    void add(std::uint32_t hash, std::uint32_t what) {
        points_.push_back({hash, what});
    }

    /// Before the first draw: puts the points in order. Hashes are even on the ring, so
    /// a stretch of it holds one or two.
    void close() {
        starts_.assign(points_.size() + 1, 0);
        for (auto const& point : points_)
            ++starts_[stretch(point.hash)];
        std::uint32_t end = 0;
        for (auto& start : starts_) {
            end += start;
            start = end;
        }
        unordered_.swap(points_);
        points_.resize(unordered_.size());
        for (auto const& point : unordered_)
            points_[--starts_[stretch(point.hash)]] = point;
        for (std::size_t at = 1; at < points_.size(); ++at)
            for (auto to = at; to > 0 && before(points_[to], points_[to - 1]); --to)
                std::swap(points_[to], points_[to - 1]);
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

    static bool before(Point a, Point b) {
        return a.hash != b.hash ? a.hash < b.hash : a.what < b.what;
    }

    /// The stretch of the ring, as many as there are points, that a hash falls into.
    [[nodiscard]] std::size_t stretch(std::uint32_t hash) const {
        auto const stretches = starts_.size() - 1;
        return static_cast<std::size_t>(
            static_cast<std::uint64_t>(hash) * stretches >> 32U);
    }

    [[nodiscard]] std::size_t position(std::uint32_t bits) const {
        auto const size = points_.size();
        std::size_t at = starts_[stretch(bits)];
        while (at < size && points_[at].hash < bits)
            ++at;
        return at == size ? 0 : at;
    }

    std::vector<Point> points_;
    std::vector<Point> unordered_;
    std::vector<std::uint32_t> starts_; ///< position of the first point of each stretch
};

/// Closes one ring and many others, side by side.
void close_rings(HashRing& one, std::span<HashRing> others);

} // namespace canopy
