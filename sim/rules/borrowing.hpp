#pragma once

#include <algorithm>

namespace canopy::rules {

/// Share of principal falling due that lenders roll over: all of it while leverage is
/// at most .70 and coverage at least .45, else .55 + coverage of it. Source: MODEL.md
/// S14; the prototype's rule ("coverage of 1.2 or nothing" cannot be lived with), judgement.
[[nodiscard]] inline double rolled_over(double leverage, double coverage) {
    if (leverage <= 0.70 && coverage >= 0.45) return 1.0;
    return std::clamp(0.55 + coverage, 0.0, 1.0);
}

/// Most net new debt a year, share of debt: 6 % where coverage is 1.2, nothing below .6.
/// Source: as above.
[[nodiscard]] inline double new_debt_share(double coverage) {
    return 0.06 * std::clamp((coverage - 0.6) / 0.6, 0.0, 1.0);
}

} // namespace canopy::rules
