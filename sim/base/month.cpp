#include "sim/base/month.hpp"

#include <charconv>
#include <chrono>

namespace canopy {

namespace {
std::optional<int> number(std::string_view digits) {
    int value = 0;
    auto const [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    if (error != std::errc{} || end != digits.end()) return std::nullopt;
    return value;
}
} // namespace

std::optional<Month> Month::parse(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    auto const year = number(text.substr(0, 4));
    auto const month = number(text.substr(5));
    if (!year || !month || *month < 1 || *month > 12 || *year < 1949 || *year > 2199) {
        return std::nullopt;
    }
    return Month{(*year - 2022) * 12 + *month - 12};
}

std::string Month::text() const {
    auto const month = of_year();
    return std::to_string(year()) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

int Month::days_since_opening() const {
    using namespace std::chrono;
    auto const first = [](int year, int month) {
        return sys_days{std::chrono::year{year} / month / 1};
    };
    return static_cast<int>((first(year(), of_year()) - first(2022, 12)).count());
}

} // namespace canopy
