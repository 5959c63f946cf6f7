#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace canopy::study {

/// The rows of `design.csv`, read one after the other: a table of a million points
/// never stands in memory.
class DesignTable {
  public:
    explicit DesignTable(std::filesystem::path path);

    /// Names of the factors.
    [[nodiscard]] std::vector<std::string> const& factors() const { return factors_; }

    /// The values of a point as they are written; going back reads from the beginning.
    [[nodiscard]] std::vector<std::string> const& row(std::int64_t point);

    /// SHA-256 of the lines of some points, which may be kept too.
    [[nodiscard]] std::string digest(
        std::int64_t first,
        std::int64_t last,
        std::vector<std::vector<std::string>>* kept = nullptr);

  private:
    void rewind();
    [[noreturn]] void damaged() const;

    std::filesystem::path path_;
    std::ifstream stream_;
    std::vector<std::string> factors_;
    std::int64_t next_ = 0;
    std::string line_;
    std::vector<std::string> row_;
};

/// The fields of a line of CSV; quotes as in RFC 4180, doubled inside.
[[nodiscard]] std::vector<std::string> csv_fields(std::string const& line);

} // namespace canopy::study
