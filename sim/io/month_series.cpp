#include "sim/io/month_series.hpp"

#include "sim/base/error.hpp"

#include <algorithm>
#include <utility>

namespace canopy::io {

MonthGroup::MonthGroup(Hdf5Group& root, std::string const& name)
    : group_{root.create_group(name)}
    , months_{create_months(group_)} {}

void MonthGroup::commit(std::uint64_t first) {
    if (days_.empty()) return;
    months_.extend({first + days_.size()});
    months_.write({first}, {days_.size()}, days_);
    days_.clear();
}

template<class Value>
Hdf5Dataset& MonthSeries<Value>::add(
    MonthGroup& group,
    std::string const& name,
    ColumnType type,
    std::vector<Dimension> const& dimensions) {
    DatasetShape shape{
        .type = type,
        .extent = {0},
        .limit = {unlimited},
        .chunk = {months_together},
        .storage = Storage::chunked};
    Series series;
    for (auto const& dimension : dimensions) {
        shape.extent.push_back(dimension.size);
        shape.limit.push_back(dimension.size);
        shape.chunk.push_back(dimension.size);
        series.width *= dimension.size;
    }
    series.dataset = group.group().create(name, shape);
    series.extent = shape.extent;
    series.dataset.attach_scale(0, group.months());
    for (unsigned dimension = 0; dimension < dimensions.size(); ++dimension)
        series.dataset.attach_scale(dimension + 1, *dimensions[dimension].scale);
    width_ += series.width;
    return series_.emplace_back(std::move(series)).dataset;
}

template<class Value>
void MonthSeries<Value>::append(std::string_view what, std::span<Value const> row) {
    if (row.size() != width_) {
        throw InvariantError{
            "a month has " + std::to_string(row.size()) + " values of "
            + std::string{what} + ", the run file has room for "
            + std::to_string(width_)};
    }
    rows_.insert(rows_.end(), row.begin(), row.end());
    ++n_rows_;
}

template<class Value>
void MonthSeries<Value>::commit(
    Series& series, std::size_t at, std::uint64_t first, std::uint64_t months) {
    std::vector<Value> block(months * series.width);
    for (std::size_t month = 0; month < months; ++month) {
        std::copy_n(
            rows_.data() + month * width_ + at,
            series.width,
            block.data() + month * series.width);
    }
    auto start = Shape(series.extent.size(), 0);
    auto count = series.extent;
    start[0] = first;
    count[0] = months;
    series.extent[0] = first + months;
    series.dataset.extend(series.extent);
    series.dataset.write(start, count, block);
}

template<class Value>
void MonthSeries<Value>::commit(std::uint64_t first) {
    if (n_rows_ == 0) return;
    std::size_t at = 0;
    for (auto& series : series_) {
        commit(series, at, first, n_rows_);
        at += series.width;
    }
    rows_.clear();
    n_rows_ = 0;
}

template class MonthSeries<double>;
template class MonthSeries<std::int32_t>;
template class MonthSeries<std::int64_t>;

} // namespace canopy::io
