#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace canopy {

/// What is wrong with a statement and how to write it, in both languages.
struct Hint {
    std::string problem;
    std::string problem_zh;
    std::string suggestion;
    std::string suggestion_zh;
};

/// What was meant by a value that is not TOML: 2024-01, True, 20%, 1,000, 5 yuan,
/// "open…
[[nodiscard]] std::optional<Hint> value_hint(std::string_view value);

} // namespace canopy
