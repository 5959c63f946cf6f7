#pragma once

#include <optional>
#include <string>

namespace canopy {

/// What is said about a sign or word that TOML does not know, in both languages.
struct SignMistake {
    std::string problem;
    std::string problem_zh;
    std::string suggestion;
    std::string suggestion_zh;
};

/// The ASCII sign that a full-width sign stands for; `in_value`: after the `=`.
[[nodiscard]] std::optional<char32_t> ascii_sign(char32_t code, bool in_value);

/// “ ” „ ‟ ＂ and their single sisters, all meant as a TOML quote.
[[nodiscard]] bool is_quotation_mark(char32_t code);

[[nodiscard]] SignMistake sign_mistake(char32_t written, char32_t meant);

/// A key such as 政策: keys are English words.
[[nodiscard]] SignMistake bare_key_mistake(std::string const& words);

/// A value such as 河西 without quotes, 1.8亿 or 20％.
[[nodiscard]] SignMistake bare_value_mistake(std::string const& words);

} // namespace canopy
