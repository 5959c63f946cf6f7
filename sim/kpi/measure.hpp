#pragma once

#include "sim/base/describe.hpp"
#include "sim/kpi/tally.hpp"
#include "sim/world/world.hpp"

#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace canopy {

/// What is reported of the zone each month: a pure function of the world and its tally.
struct Measure {
    using Value = std::function<double(World const&, Tally const&)>;
    using Values = std::function<void(World const&, Tally const&, std::span<double>)>;

    std::string_view key;
    std::string_view unit;
    std::string_view axis; ///< empty = the zone's total
    Meaning meaning;
    Values compute; ///< fills one value for each label of the axis
};

using Measures = std::vector<Measure>;

/// A measure of the whole zone.
[[nodiscard]] inline Measure total(
    std::string_view key,
    std::string_view unit,
    Meaning meaning,
    Measure::Value value) {
    return {
        key,
        unit,
        {},
        meaning,
        [value = std::move(value)](
            World const& world, Tally const& tally, std::span<double> into) {
            into.front() = value(world, tally);
        }};
}

/// A measure broken down by an axis, stored as `<key>_by_<axis>`.
[[nodiscard]] inline Measure
by(std::string_view axis,
   std::string_view key,
   std::string_view unit,
   Meaning meaning,
   Measure::Values compute) {
    return {key, unit, axis, meaning, std::move(compute)};
}

/// A quotient that is missing (NaN) where there is nothing to divide by.
[[nodiscard]] inline double ratio(double part, double whole) {
    return whole != 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

/// Sum of a row of numbers, in order.
template<class Values>
[[nodiscard]] auto sum_of(Values const& values) {
    typename Values::value_type sum{};
    for (auto const value : values)
        sum += value;
    return sum;
}

/// The first values of a row, as many as the axis has labels.
template<class Values>
void copy_to(std::span<double> into, Values const& values) {
    for (std::size_t index = 0; index < into.size(); ++index)
        into[index] = static_cast<double>(values[index]);
}

/// Amounts in fen as yuan, as many as the axis has labels.
template<class Values>
void copy_yuan_to(std::span<double> into, Values const& values) {
    for (std::size_t index = 0; index < into.size(); ++index)
        into[index] = yuan(values[index]);
}

/// Sums over the sectors of each cluster.
template<class Values, class Convert>
void sum_clusters(
    std::span<double> into,
    std::vector<Cluster> const& clusters,
    Values const& by_sector,
    Convert const& convert) {
    for (std::size_t index = 0; index < into.size(); ++index) {
        into[index] = 0.0;
        for (auto const sector : clusters[index].sectors)
            into[index] += convert(by_sector[sector.row()]);
    }
}

/// Sum over the places of the district, the territory of the zone's official counts.
template<class Values>
[[nodiscard]] double in_district(World const& world, Values const& by_place) {
    double sum = 0.0;
    for (std::size_t place = 0; place < world.places.size(); ++place)
        if (world.places.rows[place].in_district)
            sum += static_cast<double>(by_place[place]);
    return sum;
}

/// Events of a kind in the district: where they led to, else where they began.
[[nodiscard]] inline double events_in_district(World const& world, EventKind kind) {
    double count = 0.0;
    for (auto const& event : world.events) {
        auto const place = event.place_to >= 0 ? event.place_to : event.place_from;
        if (event.kind != kind || place < 0) continue;
        count +=
            world.places.rows[static_cast<std::size_t>(place)].in_district ? 1.0 : 0.0;
    }
    return count;
}

} // namespace canopy
