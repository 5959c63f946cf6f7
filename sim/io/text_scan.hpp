#pragma once

#include "sim/io/diagnostics.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// What stands in a scanned text for a value that could not be read; its reader stays
/// silent.
inline constexpr std::string_view unreadable_value = "\x01unreadable";
inline constexpr std::string_view unreadable_value_toml = R"("\u0001unreadable")";

/// A text that the TOML parser can take: mended where it was reported, so that reading
/// goes on and finds the other mistakes too.
struct ScannedText {
    std::string text;
    std::vector<std::uint32_t>
        begins;             ///< by line: the line on which its statement begins
    std::vector<bool> ends; ///< by line: its statement ends on it
    bool readable = true;   ///< false: not worth (or not safe) parsing
};

/// Looks for what people who write Chinese slip into TOML: full-width signs (，＝［“)
/// and bare Chinese keys or values, each reported with its replacement; and refuses
/// keys of more than 64 parts. Strings and comments may hold anything.
[[nodiscard]] ScannedText
scan_text(std::string_view text, std::string const& file, Diagnostics& diagnostics);

} // namespace canopy
