#include "sim/app/seeds.hpp"

#include "sim/app/refusal.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace canopy::app {

namespace {

constexpr std::uint64_t largest_seed = 1'000'000'000;
constexpr std::uint64_t most_seeds = 100'000;

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (error != std::errc{} || end != text.end()) return std::nullopt;
    return value;
}

} // namespace

std::vector<std::uint64_t> seeds_of(std::string const& text) {
    auto const dots = text.find("..");
    auto const first =
        dots == std::string::npos ? std::uint64_t{1} : number(text.substr(0, dots));
    auto const last = number(dots == std::string::npos ? text : text.substr(dots + 2));
    auto const sound = first && last && *first >= 1 && *last >= *first
                       && *last <= largest_seed && *last - *first < most_seeds;
    if (!sound) {
        throw UsageError{
            {"--seeds " + text
                 + " is not a number of seeds or a range from 1 on; write 8 or 1..8",
             "--seeds " + text + " 不是种子数，也不是从 1 起的范围；请写 8 或 1..8"}};
    }
    std::vector<std::uint64_t> seeds;
    for (auto seed = *first; seed <= *last; ++seed)
        seeds.push_back(seed);
    return seeds;
}

} // namespace canopy::app
