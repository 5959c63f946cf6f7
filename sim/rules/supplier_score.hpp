#pragma once

namespace canopy::rules {

/// What a buyer knows of a possible supplier; logs so that no call is needed per
/// candidate.
struct SupplierView {
    double log_price = 0.0;    ///< ln of the price relative to the good's mean
    double log_quality = 0.0;  ///< ln of the quality relative to the good's mean
    double log_landed = 0.0;   ///< ln(1 + freight share)
    double log_distance = 0.0; ///< ln(1 + km/10)
    double log_discount = 0.0; ///< ln(1 − tier discount), ≤ 0
    double trust = 0.0;
    double luck = 0.0; ///< Gumbel, scale 1
};

/// Weights of the score.
struct SupplierTaste {
    double price = 4.0;
    double quality = 0.8;
    double distance = 0.05;
    double trust = 1.5;
    double newcomer = 1.0; ///< κ, taken off for a stranger
    double noise = 0.3;
};

/// U = −4 ln(p_landed(1−δ)/p̄) + .8 ln(q/q̄) − .05 ln(1+d/10) + 1.5 τ + noise.
/// Source: MODEL.md S3; random utility after McFadden 1974, weights tried in the
/// prototype.
[[nodiscard]] inline double
supplier_score(SupplierView const& view, SupplierTaste const& taste) {
    return -taste.price * (view.log_price + view.log_landed + view.log_discount)
           + taste.quality * view.log_quality - taste.distance * view.log_distance
           + taste.trust * view.trust + taste.noise * view.luck;
}

} // namespace canopy::rules
