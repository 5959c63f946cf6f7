#pragma once

#include "sim/base/hash.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Random bits of one candidate, stretched as the draw needs them.
class CandidateBits {
  public:
    explicit CandidateBits(DrawBlock const& block)
        : block_{block} {}

    [[nodiscard]] std::uint32_t origin() const { return block_[0]; }

    [[nodiscard]] std::uint32_t taste() const { return block_[1]; }

    [[nodiscard]] std::uint32_t next() {
        if (step_ < 2) return block_[2 + step_++];
        ++step_;
        auto const seed = (static_cast<std::uint64_t>(block_[2]) << 32U) | block_[3];
        return static_cast<std::uint32_t>(scramble(seed + step_) >> 32U);
    }

    /// The same bits, none used.
    [[nodiscard]] CandidateBits afresh() const { return CandidateBits{block_}; }

  private:
    DrawBlock block_;
    std::uint32_t step_ = 0;
};

/// A seller in the zone that one buyer looks for.
struct LocalDraw {
    CandidateBits bits;
    FirmId buyer;
    SectorId good;
    PlaceId place;            ///< of the buyer
    FirmId found;             ///< invalid if there was nobody
    std::uint32_t number = 0; ///< the caller's own
};

/// Maps bits to 0 … n − 1.
[[nodiscard]] inline std::uint32_t pick(std::uint32_t bits, std::size_t n) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits) * n) >> 32U);
}

} // namespace canopy
