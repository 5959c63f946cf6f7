#pragma once

#include "sim/base/month.hpp"
#include "sim/io/coordinates.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace canopy::io {

/// A dimension beside the month.
struct Dimension {
    Hdf5Dataset const* scale;
    std::uint64_t size;
};

/// A group of datasets that grow by months, with its coordinate `month`.
class MonthGroup {
  public:
    MonthGroup(Hdf5Group& root, std::string const& name);

    [[nodiscard]] Hdf5Group& group() { return group_; }

    [[nodiscard]] Hdf5Dataset const& months() const { return months_; }

    void append(Month month) { days_.push_back(month.days_since_opening()); }

    /// Writes the months kept, which begin at row `first`.
    void commit(std::uint64_t first);

  private:
    Hdf5Group group_;
    Hdf5Dataset months_;
    std::vector<std::int32_t> days_;
};

/// Datasets (month, dimensions…) that get a row each month, kept in memory until
/// commit. Value is the type in memory; the file may hold another.
template<class Value>
class MonthSeries {
  public:
    /// Their values follow each other in a row in the order of adding.
    Hdf5Dataset&
    add(MonthGroup& group,
        std::string const& name,
        ColumnType type,
        std::vector<Dimension> const& dimensions);

    /// Throws InvariantError if the row has not as many values as the datasets need.
    void append(std::string_view what, std::span<Value const> row);

    /// Writes the rows kept, which begin at row `first`.
    void commit(std::uint64_t first);

  private:
    struct Series {
        Hdf5Dataset dataset;
        Shape extent; ///< the months, then the dimensions
        std::size_t width = 1;
    };

    void
    commit(Series& series, std::size_t at, std::uint64_t first, std::uint64_t months);

    std::vector<Series> series_;
    std::size_t width_ = 0;
    std::size_t n_rows_ = 0;
    std::vector<Value> rows_; ///< [month × values]
};

} // namespace canopy::io
