#pragma once

#include <cstdint>
#include <string>

namespace canopy::app {

/// 61234 as "61,234".
[[nodiscard]] std::string grouped(std::int64_t number);

/// "640 MB", "1.4 GB"; rounded up.
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

/// "0:42", "1:05:09".
[[nodiscard]] std::string clock_text(double seconds);

} // namespace canopy::app
