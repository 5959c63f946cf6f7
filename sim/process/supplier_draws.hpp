#pragma once

#include "sim/process/referrals.hpp"

#include <array>
#include <span>
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

    /// Buffers of `find_local`, which a caller keeps.
    struct Waiting {
        struct Question {
            LocalDraw* draw;
            FirmId const* slot;
        };

        std::vector<LocalDraw*> for_referrals;
        std::vector<Question> for_the_crowd;
        Referrals referrals;
    };

    /// Finds the sellers of all draws. They go on side by side, so that the memory which
    /// one of them must wait for is on its way while the others are served.
    void
    find_local(World const& now, std::span<LocalDraw> draws, Waiting& waiting) const;

    /// An attendee of this month's meeting who sells `good`, or an invalid id.
    [[nodiscard]] FirmId met(World const& now, SectorId good, CandidateBits bits) const;

    /// A member of an outside roster.
    [[nodiscard]] static Seller
    outside(World const& now, SectorId good, CandidateBits bits);

  private:
    [[nodiscard]] static FirmId neighbour(World const& now, LocalDraw& draw);
    void ask_crowd(World const& now, std::vector<Waiting::Question>& questions) const;
    [[nodiscard]] double welcome(World const& now, FirmId seller) const;

    Shares shares_;
    Column<FirmId, SellerCard> cards_;
    std::array<std::array<double, max_places>, max_places> nearness_{};
    std::array<double, max_sectors>
        by_firm_{};                  ///< share of crowd draws that count firms, not links
    std::vector<double> attachment_; ///< (customers + 1)^(attachment − 1)
};

} // namespace canopy
