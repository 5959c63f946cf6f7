#pragma once

#include "sim/base/id.hpp"
#include "sim/world/kinds.hpp"

#include <array>
#include <string>
#include <vector>

namespace canopy {

/// A park of the zone or a place outside it. Source: scenarios/data/places.csv.
struct Place {
    std::string name;
    std::string name_zh;
    bool in_zone = false;
    bool in_district = false;
    bool park = false;
    Ring ring = Ring::beyond;
    double x_km = 0.0;
    double y_km = 0.0;
    double wage_index = 1.0;
    double rent_index = 1.0;
    double land_price = 0.0; ///< [yuan/m²], industrial
    double power_index = 1.0;
    double market_access = 1.0;
    double supplier_weight = 0.0; ///< share among outside sellers

    double space = 0.0;         ///< floor space to let or own [m²]
    double factory_space = 0.0; ///< of it standard factories [m²]
    double occupied = 0.0;      ///< [m²]
    double rent_pressure = 1.0; ///< factor on rents, rises above 85 % occupancy

    double livability = 1.0; ///< of the communities here
    double ease = 1.0;       ///< of dealing with the six counterparts
    double service = 1.0;    ///< of the park, by the developer; 1 = December 2022
};

/// All places; distances in km.
struct Places {
    std::vector<Place> rows;
    std::array<std::array<double, max_places>, max_places> km{};
    std::array<std::array<double, max_places>, max_places>
        log_distance{}; ///< ln(1 + km/10)
    std::array<std::array<double, max_places>, max_places>
        freight{}; ///< share of the price
    std::array<std::array<double, max_places>, max_places>
        log_landed{}; ///< ln(1 + φ·freight)

    [[nodiscard]] std::size_t size() const { return rows.size(); }

    Place& operator[](PlaceId place) { return rows[place.row()]; }

    Place const& operator[](PlaceId place) const { return rows[place.row()]; }
};

} // namespace canopy
