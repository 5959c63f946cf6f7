#include "sim/process/environment_quality.hpp"

#include <algorithm>

namespace canopy {

EnvironmentQuality environment_quality(World const& now, LivabilityRules const& rules) {
    auto const& communities = now.communities;
    double cleaned = 0.0;
    for (std::size_t place = 0; place < now.n_zone_places(); ++place)
        cleaned += now.policy.service_capacity[place][index_of(Service::environment)];
    auto const share = [&](double usual, double lost, double amount, double opening) {
        auto const more = opening > 0.0 ? amount / opening - 1.0 : 0.0;
        return std::clamp(usual - lost * more + cleaned, 0.0, 1.0);
    };
    EnvironmentQuality quality;
    quality.good_air = share(
        rules.good_air,
        rules.air_of_emissions,
        communities.emissions,
        communities.opening_emissions);
    quality.good_water = share(
        rules.good_water,
        rules.water_of_wastewater,
        communities.wastewater,
        communities.opening_wastewater);
    quality.level = (1.0 - rules.water_weight) * quality.good_air / rules.good_air
                    + rules.water_weight * quality.good_water / rules.good_water;
    return quality;
}

} // namespace canopy
