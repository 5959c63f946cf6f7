#pragma once

#include "sim/base/id.hpp"
#include "sim/world/kinds.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace canopy {

/// The five services of the parks. Source: MODEL.md S6 (the plan's Professional system).
enum class ParkService : std::uint8_t {
    enterprise_service, ///< projects and permits handled for firms
    innovation,
    production_support, ///< pilot lines, testing
    human_resources,
    digital
};
inline constexpr std::size_t n_park_services = 5;
inline constexpr std::array<std::string_view, n_park_services> park_service_names{
    "enterprise_service", "innovation", "production_support", "human_resources", "digital"};
inline constexpr std::array<std::string_view, n_park_services> park_service_names_zh{
    "企业服务", "科技创新", "生产配套", "人力资源", "数字赋能"};

/// Capacity and users by park [users a month].
struct ParkServices {
    using ByService = std::array<double, n_park_services>;

    std::array<ByService, max_places> opening_capacity{};
    std::array<ByService, max_places> capacity{}; ///< this month
    std::array<ByService, max_places> need{};
    std::array<ByService, max_places> effect = ones(); ///< on what firms do; 1 at the start

    [[nodiscard]] double effect_of(ParkService service, PlaceId place) const {
        return effect[place.row()][static_cast<std::size_t>(service)];
    }

  private:
    static constexpr std::array<ByService, max_places> ones() {
        std::array<ByService, max_places> all{};
        for (auto& place : all)
            place.fill(1.0);
        return all;
    }
};

} // namespace canopy
