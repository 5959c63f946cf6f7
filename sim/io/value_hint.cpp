#include "sim/io/value_hint.hpp"

#include "sim/base/written.hpp"
#include "sim/io/statement_line.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <iterator>

namespace canopy {

namespace {
bool all_of(std::string_view text, bool (*wanted)(unsigned char)) {
    return std::all_of(text.begin(), text.end(), [&](char letter) {
        return wanted(static_cast<unsigned char>(letter));
    });
}

bool is_digit(unsigned char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_word_letter(unsigned char letter) {
    return std::isalnum(letter) != 0 || letter == '_' || letter == '-' || letter == '.';
}

bool is_word(std::string_view text) {
    return !text.empty() && std::isalpha(static_cast<unsigned char>(text[0])) != 0
           && all_of(text, is_word_letter);
}

bool looks_like_month(std::string_view text) {
    return text.size() >= 6 && text.size() <= 7 && all_of(text.substr(0, 4), is_digit)
           && (text[4] == '-' || text[4] == '/') && all_of(text.substr(5), is_digit);
}

std::optional<Hint> truth_hint(std::string_view value) {
    std::string lower;
    for (auto const letter : value)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    for (auto const* word : {"true", "yes", "on"}) {
        if (lower == word) {
            return Hint{
                "is not a TOML value",
                "不是 TOML 值",
                "did you mean true?",
                "是否应为 true？"};
        }
    }
    for (auto const* word : {"false", "no", "off"}) {
        if (lower == word) {
            return Hint{
                "is not a TOML value",
                "不是 TOML 值",
                "did you mean false?",
                "是否应为 false？"};
        }
    }
    return std::nullopt;
}

Hint with_suggestion(std::string const& better) {
    return {"is not a TOML value", "不是 TOML 值", "write " + better, "请写 " + better};
}

std::optional<Hint> number_hint(std::string_view value) {
    std::string plain;
    std::copy_if(
        value.begin(), value.end(), std::back_inserter(plain), [](char letter) {
            return letter != ',';
        });
    if (plain.starts_with('+')) plain.erase(0, 1);
    double number = 0.0;
    auto const* const end = plain.data() + plain.size();
    auto const result = std::from_chars(plain.data(), end, number);
    if (result.ec == std::errc::result_out_of_range) {
        return Hint{"is too large for a number", "数值过大", "", ""};
    }
    if (result.ec != std::errc{}) return std::nullopt;
    auto const rest =
        trimmed_blanks({result.ptr, static_cast<std::size_t>(end - result.ptr)});
    if (rest == "%") {
        auto hint = with_suggestion(written(number / 100.0));
        hint.suggestion += " (a share, not a percentage)";
        hint.suggestion_zh += "（填比例，不填百分数）";
        return hint;
    }
    if (is_word(rest) || rest.find('/') != std::string_view::npos) {
        return with_suggestion(
            "{ value = " + written(number) + ", unit = " + in_quotes(rest) + " }");
    }
    if (!rest.empty()) return std::nullopt;
    if (std::abs(number) >= 9.3e18)
        return Hint{"is too large for a number", "数值过大", "", ""};
    return with_suggestion(written(number));
}
} // namespace

std::optional<Hint> value_hint(std::string_view value) {
    if (value.empty()) {
        return Hint{
            "has no value", "没有写值", "write one after the =", "请在 = 后写值"};
    }
    auto const quote = value[0];
    if (quote == '"' || quote == '\'') {
        if (value.size() > 1 && value.find(quote, 1) != std::string_view::npos) {
            return std::nullopt;
        }
        auto const end = std::string{quote};
        return Hint{
            "begins a text that does not end (its closing quote is missing)",
            "文本没有结束（缺少右引号）",
            "close it with " + end + " on the same line",
            "请在同一行补上 " + end};
    }
    if (looks_like_month(value)) {
        auto month = std::string{value};
        month[4] = '-';
        return with_suggestion("\"" + month + "\"");
    }
    if (auto hint = truth_hint(value)) return hint;
    if (is_word(value)) {
        return Hint{
            "is text without quotes",
            "是未加引号的文本",
            "write " + in_quotes(value),
            "请写 " + in_quotes(value)};
    }
    return number_hint(value);
}

} // namespace canopy
