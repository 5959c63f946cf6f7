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

/// One dated and budgeted project, of the plan's N or of stalled housing 保交楼; what
/// it opens works once it is built. Capital, running cost and what it opens are those
/// of the whole project; the methods give the zone's part, and `paid` is what the zone
/// paid. Source: MODEL.md S15.
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
    double flats = 0.0;      ///< delivered in the month it opens, at full scale
    double neighbours = 0.0; ///< share that neighbouring zones pay, and use
    std::vector<Month> milestones; ///< the k-th of n: k/n of it stands by the end of it

    double overrun = 1.0; ///< capital it takes over capital planned, as drawn
    int delay = 0;        ///< [months] as drawn
    Fen paid = 0;
    int months_built = 0;
    bool open = false;
    Month opened{}; ///< once it is open

    [[nodiscard]] double own_share() const { return 1.0 - neighbours; }

    /// Capital that the zone pays, its part of the overrun included.
    [[nodiscard]] Fen cost() const {
        return static_cast<Fen>(static_cast<double>(capital) * overrun * own_share());
    }

    /// What a month of running costs the zone.
    [[nodiscard]] Fen running() const {
        return static_cast<Fen>(static_cast<double>(running_cost / 12) * own_share());
    }

    /// The zone's users of a park service while it is open [users a month, full scale].
    [[nodiscard]] double users(std::size_t service) const {
        return open ? opens[service] * own_share() : 0.0;
    }

    /// The zone's flats in the month it opens, none in any other [flats, full scale].
    [[nodiscard]] double delivers(Month month) const {
        return open && opened == month ? flats * own_share() : 0.0;
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
