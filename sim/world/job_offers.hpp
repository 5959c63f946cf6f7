#pragma once

#include "sim/world/people.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace canopy {

/// How somebody found a job: alone, through one of the four layers of stations, or
/// through one of the three operators. "1 system, 4 layers, 3 operators".
enum class Channel : std::uint8_t {
    own_search,
    hub,          ///< district hub 区级中心
    street,       ///< town and street stations 镇办站
    park,         ///< park stations 园区站
    outlet,       ///< village and community outlets 村社点
    park_company, ///< 园创: posting and screening
    agency,       ///< human-resource firms
    training,     ///< training institutions
    founding      ///< began an enterprise, or was in its first team
};
inline constexpr std::size_t n_channels = 9;
inline constexpr std::array<std::string_view, n_channels> channel_names{
    "own_search",
    "hub",
    "street",
    "park",
    "outlet",
    "park_company",
    "agency",
    "training",
    "founding"};
inline constexpr std::array<std::string_view, n_channels> channel_names_zh{
    "自行求职", "区级中心", "镇办站", "园区站", "村社点", "园创", "人力机构", "培训机构", "创业"};

/// An open job.
struct JobOffer {
    std::uint64_t id = 0; ///< made from employer, month and ordinal
    Employer employer = nobody;
    float pay = 0.0F;        ///< over what is usual in the sector
    std::int16_t opened = 0; ///< month index
    PlaceId place;           ///< where the work is
    SectorId sector;
    std::uint8_t skill = 0;     ///< asked for at first
    std::uint8_t least_skill = 0; ///< asked for now
    bool advertised = false;      ///< by the park company, this month
};

/// Open jobs in the order of their employers' rows.
using JobOffers = std::vector<JobOffer>;

} // namespace canopy
