#pragma once

#include "sim/process/firm_cost.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// What policy offers to take over of a firm's bills this month [fen].
struct SubsidyClaim {
    Fen interest = 0;
    Fen power = 0;
    Fen rent = 0;

    [[nodiscard]] Fen on(LeverKind lever) const;
};

/// The levers that pay parts of bills.
inline constexpr std::array bill_levers{
    LeverKind::interest_subsidy, LeverKind::direct_power, LeverKind::rent_relief};

/// Whether policy pays parts of bills at all this month.
[[nodiscard]] bool offers_on_bills(PolicyBook const& policy);

/// What a firm's pooled energy costs this month before any policy [yuan].
[[nodiscard]] double
energy_bill(World const& world, FirmId firm, CostRules const& rules);

[[nodiscard]] SubsidyClaim
subsidy_claim(World const& world, FirmId firm, CostRules const& rules);

/// Firms add up what they may draw on interest, power and rent. Where the month's money
/// does not cover it, everybody draws the same share, and feels no more than that in
/// unit cost. Source: MODEL.md S4, rationing rule of section 5.
class SubsidyClaims {
  public:
    static constexpr std::string_view key = "subsidy_claims";

    struct Decision {
        std::array<double, n_levers> covered{}; ///< share of a claim that is paid
    };

    explicit SubsidyClaims(CostRules costs)
        : costs_{costs} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    CostRules costs_;
};

} // namespace canopy
