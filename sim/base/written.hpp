#pragma once

#include <string>
#include <string_view>

namespace canopy {

/// A number as people write it, in the fewest digits that read back to the same double.
[[nodiscard]] std::string written(double number);

/// A text in double quotes, with the escapes that TOML and JSON share.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// A double as JSON: null where it is not finite.
[[nodiscard]] std::string json_number(double number);

} // namespace canopy
