#pragma once

#include "sim/base/id.hpp"
#include "sim/base/money.hpp"
#include "sim/world/kinds.hpp"

#include <array>
#include <string>
#include <vector>

namespace canopy {

using CommunityId = Id<struct CommunityTag, std::uint8_t>;

/// What a community offers to live by; the parts of its livability.
enum class Service : std::uint8_t {
    school,
    child_care,
    elder_care,
    clinic,
    housing,
    commute,
    culture,
    governance,
    environment
};
inline constexpr std::size_t n_services = 9;
inline constexpr std::array<std::string_view, n_services> service_names{
    "school",
    "child_care",
    "elder_care",
    "clinic",
    "housing",
    "commute",
    "culture",
    "governance",
    "environment"};
inline constexpr std::array<std::string_view, n_services> service_names_zh{
    "上学", "托育", "养老", "就医", "住房", "通勤", "文体", "治理", "环境"};

/// Age bands that services and migration tell apart.
enum class AgeBand : std::uint8_t {
    infant,    ///< 0–2
    preschool, ///< 3–5
    pupil,     ///< 6–15
    young,     ///< 16–34
    middle,    ///< 35–49
    older,     ///< 50–64
    elder      ///< 65 and more
};
inline constexpr std::size_t n_age_bands = 7;
inline constexpr std::array<std::string_view, n_age_bands> age_band_names{
    "0-2", "3-5", "6-15", "16-34", "35-49", "50-64", "65+"};
inline constexpr std::array<std::string_view, n_age_bands> age_band_names_zh{
    "0—2岁", "3—5岁", "6—15岁", "16—34岁", "35—49岁", "50—64岁", "65岁及以上"};

/// First age of each band, and of nobody [years].
inline constexpr std::array<int, n_age_bands + 1> age_band_from{
    0, 3, 6, 16, 35, 50, 65, 200};

/// Where people live: one of the district's communities, or the side of a place from
/// which people commute into the zone. Source: scenarios/data/communities.csv.
struct Community {
    std::string name;
    std::string name_zh;
    PlaceId place;
    bool in_district = false; ///< its services and governance are the district's
    double opening_people = 0.0; ///< at full scale; of the sides, their labour force only
    std::array<double, n_services>
        coverage{}; ///< capacity over need, December 2022, district = 1

    // people at the end of last month [persons]
    std::array<double, n_age_bands> people{};
    double labour_force = 0.0;
    double employed = 0.0; ///< by residence

    // services; units as their levers count them
    std::array<double, n_services>
        capacity{}; ///< what stays: December 2022, flats built and mains laid since
    std::array<double, n_services>
        open{}; ///< this month, with growth and what policy adds
    std::array<double, n_services> need{};
    std::array<double, n_services> level{}; ///< x, district's mean of December 2022 = 1

    double livability = 1.0;     ///< Q, district's mean of December 2022 = 1
    double usual_livability = 0.0; ///< ln Q that people have got used to
    double gain = 0.0;           ///< 获得感: ln Q above what one is used to
    double happiness = 1.0;      ///< 幸福感: Q
    double security = 1.0;       ///< 安全感: job, safety net, governance
    Fen money = 0;           ///< of its households

    [[nodiscard]] double population() const {
        double sum = 0.0;
        for (auto const count : people)
            sum += count;
        return sum;
    }
};

/// The six counterparts that enterprises deal with.
enum class Counterpart : std::uint8_t {
    enforcement,
    social_security,
    mass_organisations,
    towns_and_streets,
    communities,
    social_institutions
};
inline constexpr std::size_t n_counterparts = 6;
inline constexpr std::array<std::string_view, n_counterparts> counterpart_names{
    "enforcement",
    "social_security",
    "mass_organisations",
    "towns_and_streets",
    "communities",
    "social_institutions"};
inline constexpr std::array<std::string_view, n_counterparts> counterpart_names_zh{
    "执法监督", "社会保障", "群团组织", "镇办", "社区", "社会服务机构"};

/// Tiers of social assistance.
enum class Assistance : std::uint8_t { basic, special, urgent };
inline constexpr std::size_t n_assistance = 3;

/// All communities; the district's come first.
struct Communities {
    std::vector<Community> rows;
    std::size_t n_district = 0;
    std::array<double, n_services>
        opening_ratio{}; ///< capacity over need of the district, December 2022
    double good_air = 0.0;        ///< share of days
    double good_water = 0.0;      ///< share of samples
    double emissions = 0.0; ///< of the zone's enterprises last month, energy in yuan of 2022
    double opening_emissions = 0.0; ///< the same, December 2022
    double wastewater = 0.0;         ///< of the zone's enterprises last month [m³]
    double opening_wastewater = 0.0; ///< the same, December 2022
    double opening_employment = 1.0; ///< employed over labour force, December 2022

    /// [place × counterpart]
    using AtCounterparts = std::array<std::array<double, n_counterparts>, max_places>;
    AtCounterparts opening_users{}; ///< enterprises and people, December 2022
    AtCounterparts waiting = as_usual(); ///< time, December 2022 = 1
    std::array<double, n_counterparts> mean_waiting{1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    ///< of the users of all places

    [[nodiscard]] static constexpr AtCounterparts as_usual() {
        AtCounterparts all{};
        for (auto& place : all)
            place.fill(1.0);
        return all;
    }

    [[nodiscard]] std::size_t size() const { return rows.size(); }

    Community& operator[](CommunityId community) { return rows[community.row()]; }

    Community const& operator[](CommunityId community) const {
        return rows[community.row()];
    }
};

} // namespace canopy
