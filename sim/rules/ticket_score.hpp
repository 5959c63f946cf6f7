#pragma once

#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy::rules {

/// How the zone fund ranks an applicant: growth of orders, margin, quality, less debt.
/// Source: MODEL.md S7 (ranked applications); weights judgement.
struct Applicant {
    double orders = 0.0;       ///< [units/month]
    double usual_orders = 0.0; ///< that it has got used to
    double margin = 0.0;
    double quality = 0.5;
    double leverage = 0.0; ///< debt over assets
};

[[nodiscard]] inline double ticket_score(Applicant const& firm) {
    auto const growth = log(
        std::clamp(firm.orders / std::max(1.0, firm.usual_orders), 0.25, 4.0));
    return growth + 2.0 * std::clamp(firm.margin, -0.5, 0.5) + 0.5 * firm.quality
           - 0.5 * std::clamp(firm.leverage, 0.0, 2.0);
}

} // namespace canopy::rules
