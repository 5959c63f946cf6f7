#pragma once

#include "sim/base/error.hpp"
#include "sim/base/language.hpp"

#include <string>
#include <vector>

namespace canopy {

/// "relocation.base = 3 is above 0 (log hazard a month); did you mean -3?"
[[nodiscard]] std::string message(Diagnostic const& diagnostic, Language language);

/// Mistakes as a compiler shows them: `file:line:column: message`, the line, a caret;
/// the first hundred, and how many there are.
[[nodiscard]] std::string
diagnostics_text(std::vector<Diagnostic> const& diagnostics, Language language);

/// The same as a JSON array, with both languages.
[[nodiscard]] std::string diagnostics_json(std::vector<Diagnostic> const& diagnostics);

} // namespace canopy
