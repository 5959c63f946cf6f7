#pragma once

#include "sim/base/error.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// Every mistake found while files are read, so that all of them land in one report.
class Diagnostics {
  public:
    /// Makes a file's lines known, for the line shown under a mistake.
    void add_source(std::string const& file, std::string_view text);

    /// Keeps a mistake once, with the text of its line.
    void add(Diagnostic diagnostic);

    [[nodiscard]] bool empty() const { return list_.empty(); }

    [[nodiscard]] std::size_t size() const { return list_.size(); }

    /// By file in the order of reading, then by line and column.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;

    /// Throws ScenarioError with all mistakes, if there are any.
    void throw_if_any() const;

  private:
    struct Source {
        std::size_t rank = 0;
        std::vector<std::string> lines;
    };

    std::map<std::string, Source> sources_;
    std::vector<Diagnostic> list_;
    std::set<std::string> known_;
};

} // namespace canopy
