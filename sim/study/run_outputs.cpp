#include "sim/study/run_outputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace canopy::study {

namespace {

double mean(std::span<double const> values) {
    return std::accumulate(values.begin(), values.end(), 0.0)
           / static_cast<double>(values.size());
}

double statistic(Statistic kind, std::span<double const> values) {
    switch (kind) {
    case Statistic::mean:
        return mean(values);
    case Statistic::last:
        return values.back();
    case Statistic::first:
        return values.front();
    case Statistic::sum:
        return std::accumulate(values.begin(), values.end(), 0.0);
    case Statistic::min:
        return *std::min_element(values.begin(), values.end());
    case Statistic::max:
        break;
    }
    return *std::max_element(values.begin(), values.end());
}

std::string fault(std::string const& name, std::string const& when, double value) {
    return name + (when.empty() ? "" : " in " + when) + " is "
           + (std::isnan(value) ? "not a number" : "infinite");
}

} // namespace

RunOutputs::RunOutputs(OutputLayout const& layout)
    : layout_{layout} {
    for (auto const& measure : layout.series)
        taken_.push_back(measure.at);
    for (auto const& measure : layout.yearly)
        taken_.push_back(measure.at);
    for (auto const& scalar : layout.scalars)
        taken_.push_back(scalar.measure.at);
    months_.assign(
        taken_.size() * static_cast<std::size_t>(layout.months),
        std::numeric_limits<double>::quiet_NaN());
}

void RunOutputs::take(KpiRow const& kpis, Month month) {
    auto const at = static_cast<std::size_t>(month.index() - 1);
    auto const months = static_cast<std::size_t>(layout_.months);
    for (std::size_t measure = 0; measure < taken_.size(); ++measure)
        months_[measure * months + at] = kpis.values()[taken_[measure]];
}

std::span<double const> RunOutputs::months_of(std::size_t measure) const {
    auto const months = static_cast<std::size_t>(layout_.months);
    return std::span{months_}.subspan(measure * months, months);
}

std::vector<double> RunOutputs::row() const {
    std::vector<double> row;
    row.reserve(layout_.width());
    std::size_t measure = 0;
    for (; measure < layout_.series.size(); ++measure) {
        auto const months = months_of(measure);
        row.insert(row.end(), months.begin(), months.end());
    }
    for (auto const last = measure + layout_.yearly.size(); measure < last; ++measure) {
        auto const months = months_of(measure);
        for (std::size_t first = 0; first < months.size(); first += 12)
            row.push_back(mean(months.subspan(
                first, std::min<std::size_t>(12, months.size() - first))));
    }
    for (auto const& scalar : layout_.scalars)
        row.push_back(statistic(
            scalar.statistic,
            months_of(measure++).subspan(
                static_cast<std::size_t>(scalar.first - 1),
                static_cast<std::size_t>(scalar.last - scalar.first + 1))));
    return row;
}

std::optional<std::string>
fault_of(std::span<double const> row, OutputLayout const& layout) {
    std::size_t at = 0;
    auto const bad = [&](bool may_be_missing) {
        return std::isinf(row[at]) || (std::isnan(row[at]) && !may_be_missing);
    };
    for (auto const& measure : layout.series)
        for (int month = 1; month <= layout.months; ++month, ++at)
            if (bad(measure.of_category))
                return fault(measure.name, Month{month}.text(), row[at]);
    for (auto const& measure : layout.yearly)
        for (int year = 0; year < layout.years(); ++year, ++at)
            if (bad(measure.of_category))
                return fault(measure.name, std::to_string(2023 + year), row[at]);
    for (auto const& scalar : layout.scalars) {
        if (bad(false)) return fault(scalar.name, "", row[at]);
        ++at;
    }
    return std::nullopt;
}

} // namespace canopy::study
