#include "sim/app/figures.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <spdlog/fmt/fmt.h>

namespace canopy::app {

std::string grouped(std::int64_t number) {
    auto text = std::to_string(number);
    for (auto at = static_cast<std::int64_t>(text.size()) - 3;
         at > (number < 0 ? 1 : 0);
         at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string bytes_text(std::uint64_t bytes) {
    auto const size = static_cast<double>(bytes);
    if (size < 1e9) return fmt::format("{:.0f} MB", std::ceil(size / 1e6));
    return fmt::format("{:.1f} GB", std::ceil(size / 1e8) / 10.0);
}

std::string clock_text(double seconds) {
    auto const all = static_cast<std::int64_t>(std::clamp(seconds, 0.0, 1e9) + 0.5);
    auto const [hours, minutes, rest] = std::tuple{all / 3600, all / 60 % 60, all % 60};
    if (hours == 0) return fmt::format("{}:{:02}", minutes, rest);
    return fmt::format("{}:{:02}:{:02}", hours, minutes, rest);
}

} // namespace canopy::app
