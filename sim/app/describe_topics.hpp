#pragma once

#include "sim/app/talk.hpp"

#include <string>

namespace canopy::app {

// What `canopy describe` prints for each topic, as text or JSON.
[[nodiscard]] std::string describe_levers(Settings const& settings);
[[nodiscard]] std::string describe_parameters(Settings const& settings);
[[nodiscard]] std::string describe_kpis(Settings const& settings);
[[nodiscard]] std::string describe_events(Settings const& settings);
[[nodiscard]] std::string describe_scenario(Settings const& settings);
[[nodiscard]] std::string describe_study(Settings const& settings);

} // namespace canopy::app
