#pragma once

#include "sim/base/id.hpp"
#include "sim/base/money.hpp"
#include "sim/base/month.hpp"
#include "sim/world/park_services.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace canopy {

/// One of the plan's N projects: dated and budgeted; what it opens works once it is
/// built. Source: MODEL.md S15.
struct Project {
    std::string name;
    std::string name_zh;
    PlaceId place;
    Month start;
    int build_months = 12;
    Fen capital = 0;           ///< planned, at the world's scale
    Fen running_cost = 0;      ///< a year once it is open, at the world's scale
    std::array<double, n_park_services>
        opens{}; ///< users a month of each park service, at full scale
    std::vector<Month> milestones; ///< the k-th of n: k/n of it stands by the end of it

    double overrun = 1.0; ///< capital it takes over capital planned, as drawn
    int delay = 0;        ///< [months] as drawn
    Fen paid = 0;
    int months_built = 0;
    bool open = false;

    [[nodiscard]] Fen cost() const {
        return static_cast<Fen>(static_cast<double>(capital) * overrun);
    }

    /// What a month of building costs when money suffices.
    [[nodiscard]] Fen instalment() const {
        return std::min(cost() - paid, cost() / (build_months + delay) + 1);
    }

    /// Share that stands.
    [[nodiscard]] double built() const {
        return open ? 1.0
               : cost() > 0
                   ? static_cast<double>(paid) / static_cast<double>(cost())
                   : static_cast<double>(months_built) / (build_months + delay);
    }
};

} // namespace canopy
