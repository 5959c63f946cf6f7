#include "sim/io/coordinates.hpp"

#include "sim/base/error.hpp"

#include <cstdint>
#include <numeric>
#include <vector>

namespace canopy::io {

namespace {
void describe_flags(Hdf5Dataset& dataset, Column const& column) {
    std::vector<std::int64_t> codes(column.flag_meanings.size());
    std::iota(codes.begin(), codes.end(), std::int64_t{0});
    std::vector<std::byte> stored(codes.size() * size_of(column.type));
    convert(codes, column.type, stored.data());
    dataset.set_attribute(
        "flag_values", ColumnView{column.type, stored.data(), codes.size()});
    std::string meanings;
    for (auto const& meaning : column.flag_meanings)
        meanings += (meanings.empty() ? "" : " ") + meaning;
    dataset.set_attribute("flag_meanings", meanings);
}
} // namespace

void describe(
    Hdf5Object& object,
    std::string const& unit,
    std::string const& long_name,
    std::string const& long_name_zh) {
    if (unit.find(" since ") != std::string::npos || unit == "days") {
        throw InvariantError{
            "'" + unit + "' would be read as dates; say 'months' instead"};
    }
    object.set_attribute("units", unit);
    object.set_attribute("long_name", long_name);
    object.set_attribute("long_name_zh", long_name_zh);
}

void describe(Hdf5Dataset& dataset, Column const& column) {
    describe(dataset, column.unit, column.long_name, column.long_name_zh);
    if (!column.flag_meanings.empty()) describe_flags(dataset, column);
    if (column.type == ColumnType::f32 && column.mantissa_bits < exact_float) {
        std::vector<std::int32_t> const bits{column.mantissa_bits};
        dataset.set_attribute("_QuantizeBitRoundNumberOfSignificantBits", bits);
    }
}

void describe_months(Hdf5Dataset& dataset) {
    dataset.set_attribute("units", "days since 2022-12-01");
    dataset.set_attribute("long_name", "month, by its first day");
    dataset.set_attribute("long_name_zh", "月份（以首日表示）");
    dataset.set_attribute("calendar", "proleptic_gregorian");
}

Hdf5Dataset create_months(Hdf5Group& group) {
    auto months = group.create(
        "month",
        {.type = ColumnType::i32,
         .extent = {0},
         .limit = {unlimited},
         .chunk = {months_together},
         .storage = Storage::chunked});
    months.make_scale("month");
    describe_months(months);
    return months;
}

Hdf5Dataset create_axis(Hdf5Group& group, Axis const& axis) {
    if (axis.labels.empty() || axis.labels.size() != axis.labels_zh.size()) {
        throw InvariantError{
            "axis '" + axis.name
            + "' of the run file needs as many Chinese labels as English"};
    }
    auto scale = group.create_texts(axis.name, axis.labels);
    scale.make_scale(axis.name);
    auto chinese = group.create_texts(axis.name + "_zh", axis.labels_zh);
    chinese.attach_scale(0, scale);
    return scale;
}

} // namespace canopy::io
