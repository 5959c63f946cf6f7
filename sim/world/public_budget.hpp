#pragma once

#include "sim/base/money.hpp"

#include <algorithm>
#include <limits>

namespace canopy {

/// What the zone's government took in and may spend on policy this year: levers and
/// projects share one cap. Source: MODEL.md S15.
struct PublicBudget {
    /// Where no cap is set; sums of it do not overflow.
    static constexpr Fen unlimited = std::numeric_limits<Fen>::max() / 64;

    Fen revenue = 0; ///< taxes of this year so far
    Fen revenue_last_year = 0;
    Fen cap = unlimited;    ///< of this year, what was carried over included
    Fen bonds = 0;          ///< special bonds that may still be issued this year
    Fen bond_debt = 0;      ///< issued and not yet repaid
    Fen spent_on_levers = 0;   ///< this year
    Fen spent_on_projects = 0; ///< this year out of the cap
    Fen committed = 0;         ///< still due to projects this year out of the cap

    /// What levers may still cost this year: projects under way come first.
    [[nodiscard]] Fen left_for_levers() const {
        return std::max<Fen>(
            0, cap - spent_on_levers - spent_on_projects - committed);
    }

    /// What projects may still draw from the cap this year.
    [[nodiscard]] Fen left_for_projects() const {
        return std::max<Fen>(0, cap - spent_on_levers - spent_on_projects);
    }
};

} // namespace canopy
