#include "sim/base/written.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace canopy {

std::string written(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number > 0.0 ? "inf" : "-inf";
    auto const size = std::abs(number);
    auto const plain = size == 0.0 || (size >= 1e-4 && size < 1e15);
    std::array<char, 64> text{};
    auto const format =
        plain ? std::chars_format::fixed : std::chars_format::scientific;
    auto const result =
        std::to_chars(text.data(), text.data() + text.size(), number, format);
    return {text.data(), result.ptr};
}

std::string in_quotes(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (auto const letter : text) {
        auto const code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n') {
            result += "\\n";
        } else if (letter == '\t') {
            result += "\\t";
        } else if (letter == '\r') {
            result += "\\r";
        } else if (code < 0x20 || code == 0x7F) {
            result += "\\u00";
            result += digits[code >> 4U];
            result += digits[code & 0xFU];
        } else {
            result += letter;
        }
    }
    return result + '"';
}

std::string json_number(double number) {
    return std::isfinite(number) ? written(number) : "null";
}

} // namespace canopy
