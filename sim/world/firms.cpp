#include "sim/world/firms.hpp"

#include <algorithm>
#include <functional>

namespace canopy {

double Firms::revenue_12m(FirmId firm) const {
    double sum = 0.0;
    for (auto const month : revenue_of_month[firm])
        sum += static_cast<double>(month);
    return sum;
}

double Firms::total_unit_cost(FirmId firm) const {
    double sum = 0.0;
    for (auto const term : unit_cost[firm])
        sum += static_cast<double>(term);
    return sum;
}

FirmId Firms::add() {
    if (free_rows.empty()) {
        auto const row = rows();
        columns(*this, [&](auto, auto& column) { column.resize(row + 1); });
        return FirmId{row};
    }
    std::pop_heap(free_rows.begin(), free_rows.end(), std::greater<>{});
    FirmId const firm{free_rows.back()};
    free_rows.pop_back();
    columns(*this, [&](auto, auto& column) { column[firm] = {}; });
    return firm;
}

void Firms::remove(FirmId firm) {
    id[firm] = 0;
    workers[firm] = 0;
    free_rows.push_back(static_cast<std::uint32_t>(firm.row()));
    std::push_heap(free_rows.begin(), free_rows.end(), std::greater<>{});
}

} // namespace canopy
