#include "sim/process/power_sales.hpp"

#include "sim/base/parallel.hpp"
#include "sim/process/subsidy_claims.hpp"

#include <algorithm>

namespace canopy {

double share_from_plants(World const& now, CostRules const& rules) {
    auto const generated = now.developer.generated;
    if (generated <= 0.0) return 0.0;
    auto const& firms = now.firms;
    auto const used =
        sum_rows<FirmId>(firms.rows(), 0.0, [&](double& sum, FirmId firm) {
            if (!firms.alive(firm)) return;
            auto const level = energy_price_level(now, firms.place[firm]);
            sum += energy_bill(now, firm, rules) / std::max(1e-9, level);
        });
    return generated < used ? generated / used : 1.0;
}

} // namespace canopy
