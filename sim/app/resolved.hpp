#pragma once

#include "sim/base/language.hpp"
#include "sim/io/document.hpp"

#include <string>
#include <vector>

namespace canopy::app {

/// A key of a scenario with its value, and where that comes from: a file, or the
/// program (no position) with the source it names.
struct ResolvedRow {
    std::string key;
    std::string text; ///< as TOML
    SourcePosition origin{};
    std::string source{}; ///< of a default
};

/// What the files say, and the default of every parameter that they leave alone; by
/// key.
[[nodiscard]] std::vector<ResolvedRow> resolved_rows(Document const& document);

/// Where a value comes from, in a few words: "open.toml:9", "default (judgement)".
[[nodiscard]] std::string origin_text(ResolvedRow const& row, Language language);

} // namespace canopy::app
