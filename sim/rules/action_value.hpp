#pragma once

#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy::rules {

/// Months that a gain counts for: Σ d^h over h = 1 … horizon. Source: MODEL.md S5.
[[nodiscard]] inline double months_of_gain(double discount, double horizon) {
    if (discount >= 1.0) return horizon;
    return discount * (1.0 - pow(discount, horizon)) / (1.0 - discount);
}

/// What an action is worth to a firm as a share of its yearly sales: savings of
/// `saving` [yuan/month] over `months`, less what it pays itself. Source: MODEL.md S5.
[[nodiscard]] inline double
action_value(double saving, double months, double own_spending, double sales) {
    return (months * saving - own_spending) / sales;
}

/// What others report of an action: total trust in them, and their gains weighted by
/// it.
struct Reports {
    double trust = 0.0;
    double gain = 0.0;
};

/// Gain that a firm expects: its own guess, discounted by doubt, averaged with what
/// those it trusts have realised. Source: MODEL.md S5 (learning from partners, Banerjee
/// 1992).
[[nodiscard]] inline double
expected_gain(double own_guess, double doubt, Reports const& reports) {
    return ((1.0 - doubt) * own_guess + reports.gain) / (1.0 + reports.trust);
}

/// Chance that a research project succeeds: 1 − e^(−slope · R&D / yearly wage); too
/// many kin among the suppliers lower it. Source: MODEL.md S5; over-embeddedness after
/// Uzzi 1997.
[[nodiscard]] inline double
research_success(double spending, double wage, double slope, double kin_factor) {
    return kin_factor * (1.0 - exp(-slope * spending / wage));
}

/// Gain of a successful project: a bell on [−most, most] from three uniform draws, kept
/// if positive. Source: MODEL.md S5 (Beta(3, 3) and its mean of three uniforms are
/// close).
[[nodiscard]] inline double
research_gain(double u1, double u2, double u3, double most) {
    return std::max(0.0, most * (2.0 * (u1 + u2 + u3) / 3.0 - 1.0));
}

} // namespace canopy::rules
