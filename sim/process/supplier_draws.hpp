#pragma once

#include "sim/world/world.hpp"

#include <array>
#include <vector>

namespace canopy {

/// What the search reads of a seller: 16 bytes, apart from everything private.
struct SellerCard {
    float log_price = 0.0F;
    float log_quality = 0.0F;
    float welcome = 0.0F; ///< chance that it takes to a newcomer who found it
    PlaceId place;
    bool at_event = false; ///< attends this month's meeting
};

/// Random bits of one candidate, stretched as the draw needs them.
class CandidateBits {
  public:
    explicit CandidateBits(DrawBlock const& block)
        : block_{block} {}

    [[nodiscard]] std::uint32_t origin() const { return block_[0]; }

    [[nodiscard]] std::uint32_t taste() const { return block_[1]; }

    [[nodiscard]] std::uint32_t next();

  private:
    DrawBlock block_;
    std::uint32_t step_ = 0;
};

/// Where candidates come from: suppliers used by other customers of one's suppliers,
/// the same park, and the crowd in proportion to customers^.9 and nearness. Source:
/// MODEL.md S3 (shares judgement; attachment after Mizuno et al. 2014).
class SupplierDraws {
  public:
    struct Shares {
        double referral = 0.3;
        double same_place = 0.2;
        double attachment = 0.9;
        double crowding =
            20.0; ///< customers per worker at which half of new ones turn away
    };

    explicit SupplierDraws(Shares shares);

    /// Makes the cards of this month.
    void prepare(World const& now);

    [[nodiscard]] SellerCard const& card(FirmId firm) const { return cards_[firm]; }

    /// Capacity that a firm has free for new customers [units/month].
    [[nodiscard]] static double spare(World const& now, FirmId firm);

    /// A seller in the zone for `good`, or an invalid id.
    [[nodiscard]] FirmId
    local(World const& now, FirmId buyer, SectorId good, CandidateBits bits) const;

    /// An attendee of this month's meeting who sells `good`, or an invalid id.
    [[nodiscard]] FirmId met(World const& now, SectorId good, CandidateBits bits) const;

    /// A member of an outside roster.
    [[nodiscard]] static Seller
    outside(World const& now, SectorId good, CandidateBits bits);

  private:
    [[nodiscard]] static FirmId
    referred(World const& now, FirmId buyer, SectorId good, CandidateBits& bits);
    [[nodiscard]] static FirmId
    neighbour(World const& now, SectorId good, PlaceId place, CandidateBits& bits);
    [[nodiscard]] FirmId
    popular(World const& now, SectorId good, PlaceId place, CandidateBits& bits) const;
    [[nodiscard]] double welcome(World const& now, FirmId seller) const;

    Shares shares_;
    Column<FirmId, SellerCard> cards_;
    std::array<std::array<double, max_places>, max_places> nearness_{};
    std::vector<double> attachment_; ///< (customers + 1)^(attachment − 1)
};

} // namespace canopy
