#pragma once

#include <array>
#include <cstddef>

namespace canopy::rules {

/// What a tier is worth to both sides. Source: MODEL.md S3 (thresholds and hazards
/// fitted to the half-life of links; discounts and credit days judgement).
struct TierTerms {
    double least_trust;
    double discount;
    int credit_months;
    double hazard; ///< of the link ending, a month, before the churn scale
};

inline constexpr std::array<TierTerms, 4> tier_terms{{
    {0.00, 0.000, 0, 0.100},
    {0.25, 0.005, 1, 0.050},
    {0.55, 0.015, 2, 0.020},
    {0.75, 0.025, 3, 0.008},
}};

/// Tier reached at a level of trust.
[[nodiscard]] constexpr std::size_t tier_of(double trust) {
    std::size_t tier = 0;
    for (std::size_t higher = 1; higher < tier_terms.size(); ++higher)
        tier += trust >= tier_terms[higher].least_trust ? 1U : 0U;
    return tier;
}

} // namespace canopy::rules
