#include "sim/base/unicode.hpp"

namespace canopy {

namespace {
unsigned byte(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

std::size_t sequence_length(unsigned first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    if (first >= 0xF0 && first < 0xF5) return 4;
    return 0;
}

bool is_scalar(char32_t code, std::size_t length) {
    if (length == 3 && code < 0x800) return false;
    if (length == 4 && (code < 0x10000 || code > 0x10FFFF)) return false;
    return code < 0xD800 || code > 0xDFFF;
}

bool is_zero_width(char32_t code) {
    return code < 0x20 || (code >= 0x300 && code < 0x370)
           || (code >= 0x200B && code < 0x2010) || code == 0xFEFF;
}

bool is_wide(char32_t code) {
    return (code >= 0x1100 && code < 0x1160) || (code >= 0x2E80 && code < 0xA4D0)
           || (code >= 0xAC00 && code < 0xD7A4) || (code >= 0xF900 && code < 0xFB00)
           || (code >= 0xFE30 && code < 0xFE70) || (code >= 0xFF00 && code < 0xFF61)
           || (code >= 0xFFE0 && code < 0xFFE7) || (code >= 0x1F300 && code < 0x1FAFF)
           || (code >= 0x20000 && code < 0x3FFFE);
}
} // namespace

std::optional<Character> character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    auto const first = byte(text, at);
    auto const length = sequence_length(first);
    if (length == 0 || at + length > text.size()) return std::nullopt;
    if (length == 1) return Character{first, 1};
    char32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = byte(text, at + i);
        if ((next & 0xC0U) != 0x80U) return std::nullopt;
        code = (code << 6U) | (next & 0x3FU);
    }
    if (!is_scalar(code, length)) return std::nullopt;
    return Character{code, length};
}

std::u32string characters(std::string_view text) {
    std::u32string codes;
    codes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const character =
            character_at(text, at).value_or(Character{byte(text, at), 1});
        codes.push_back(character.code);
        at += character.bytes;
    }
    return codes;
}

std::string utf8(char32_t code) {
    auto const tail = [code](unsigned shift) {
        return static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0U | (code >> 6U)), tail(0)};
    if (code < 0x10000)
        return {static_cast<char>(0xE0U | (code >> 12U)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (code >> 18U)), tail(12), tail(6), tail(0)};
}

std::size_t display_width(char32_t code) {
    if (is_zero_width(code)) return 0;
    return is_wide(code) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (auto const code : characters(text))
        width += display_width(code);
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    auto const taken = display_width(text);
    return std::string{text} + std::string(taken < width ? width - taken : 0, ' ');
}

std::string clipped(std::string_view text, std::size_t limit) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == limit) return std::string{text.substr(0, at)} + "…";
        at += character_at(text, at).value_or(Character{0, 1}).bytes;
    }
    return std::string{text};
}

} // namespace canopy
