#pragma once

#include "sim/io/diagnostics.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace canopy {

/// Who asked for a file: the command line (no key), or a key of another file.
struct FileRequest {
    SourcePosition position;
    std::string key;
    std::string value; ///< the name as it was written
};

/// The text of a regular UTF-8 file of at most 1 MiB that says something, without its
/// byte order mark; nothing, and a mistake reported, if it is not.
[[nodiscard]] std::optional<std::string> read_text_file(
    std::filesystem::path const& path,
    FileRequest const& request,
    Diagnostics& diagnostics);

/// The same checks for a text that is already in memory; `file` is its name in reports.
[[nodiscard]] std::optional<std::string>
checked_text(std::string text, std::string const& file, Diagnostics& diagnostics);

} // namespace canopy
