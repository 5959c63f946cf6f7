#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace canopy::io {

/// A table of comma-separated values with a header line; quotes as in RFC 4180, one
/// line a row.
class CsvFile {
  public:
    /// Throws ScenarioError naming file and line if the file cannot be read or rows
    /// have another number of fields than the header.
    explicit CsvFile(std::filesystem::path const& path);

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }

    [[nodiscard]] std::vector<std::string> const& header() const { return header_; }

    [[nodiscard]] std::string const&
    text(std::size_t row, std::string_view column) const;

    /// A finite number; throws ScenarioError at the field's line if it is none.
    [[nodiscard]] double number(std::size_t row, std::string_view column) const;

    [[nodiscard]] bool flag(std::size_t row, std::string_view column) const {
        return number(row, column) != 0.0;
    }

    /// Throws ScenarioError at a row's line.
    [[noreturn]] void reject(
        std::size_t row,
        std::string const& problem,
        std::string const& problem_zh) const;

  private:
    [[nodiscard]] std::size_t column(std::string_view name) const;

    std::string path_;
    std::vector<std::string> header_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace canopy::io
