#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace canopy {

/// A position in a text file; line and column count from 1, 0 means unknown.
struct SourcePosition {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// One mistake in what the user wrote: where, which key, what is wrong, what would
/// help.
struct Diagnostic {
    SourcePosition position{};
    std::string key{};     ///< dotted key path, such as `lever.congress.meetings`
    std::string problem{}; ///< one clause in English: "is above 0 (log hazard a month)"
    std::string problem_zh{};    ///< the same in Chinese
    std::string suggestion{};    ///< "did you mean -3?", may be empty
    std::string suggestion_zh{}; ///< the same in Chinese
    std::string source_line{};   ///< the text of that line, for the caret; may be empty
};

/// The user's input cannot be used: every mistake found, in one report. Exit 2.
class ScenarioError : public std::runtime_error {
  public:
    explicit ScenarioError(std::vector<Diagnostic> diagnostics)
        : std::runtime_error{"the scenario has mistakes"}
        , diagnostics_{std::move(diagnostics)} {}

    [[nodiscard]] std::vector<Diagnostic> const& diagnostics() const {
        return diagnostics_;
    }

  private:
    std::vector<Diagnostic> diagnostics_;
};

/// A file cannot be read or written. Exit 3.
class OutputError : public std::runtime_error {
  public:
    explicit OutputError(std::string const& message)
        : std::runtime_error{message} {}
};

/// An identity of the model does not hold: a defect of the program. Exit 70.
class InvariantError : public std::runtime_error {
  public:
    explicit InvariantError(std::string const& message)
        : std::runtime_error{message} {}
};

} // namespace canopy
