#include "sim/study/pack_layout.hpp"

#include "sim/io/coordinates.hpp"
#include "sim/io/month_series.hpp"
#include "sim/study/design_table.hpp"
#include "sim/study/run_record.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <span>

namespace canopy::study {

namespace {

using io::ColumnType;
using io::Hdf5Dataset;
using io::Hdf5Group;
using io::Shape;

constexpr std::int64_t block = 65'536; ///< values written at a time

template<class Number>
void set_number(io::Hdf5Object& object, std::string const& name, Number value) {
    object.set_attribute(name, std::span<Number const>{&value, 1});
}

std::optional<double> number(std::string const& text) {
    double value = 0.0;
    auto const* last = text.data() + text.size();
    auto const [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last) return std::nullopt;
    return value;
}

/// 0, 1, 2 … as a coordinate.
Hdf5Dataset numbered(
    Hdf5Group& root,
    std::string const& name,
    std::int64_t count,
    std::string const& en,
    std::string const& zh) {
    auto made = root.create(
        name, {.type = ColumnType::i64, .extent = {static_cast<std::uint64_t>(count)}});
    for (std::int64_t first = 0; first < count; first += block) {
        std::vector<std::int64_t> values(
            static_cast<std::size_t>(std::min(block, count - first)));
        std::iota(values.begin(), values.end(), first);
        made.write({static_cast<std::uint64_t>(first)}, {values.size()}, values);
    }
    made.make_scale(name);
    io::describe(made, "1", en, zh);
    return made;
}

Hdf5Dataset months_of(Hdf5Group& root, int months) {
    std::vector<std::int32_t> days;
    for (int month = 1; month <= months; ++month)
        days.push_back(Month{month}.days_since_opening());
    auto made =
        root.create("month", {.type = ColumnType::i32, .extent = {days.size()}});
    made.write({0}, {days.size()}, days);
    made.make_scale("month");
    io::describe_months(made);
    return made;
}

Hdf5Dataset years_of(Hdf5Group& root, int years) {
    std::vector<std::int32_t> numbers(static_cast<std::size_t>(years));
    std::iota(numbers.begin(), numbers.end(), Month{1}.year());
    auto made =
        root.create("year", {.type = ColumnType::i32, .extent = {numbers.size()}});
    made.write({0}, {numbers.size()}, numbers);
    made.make_scale("year");
    io::describe(made, "1", "calendar year", "年份");
    return made;
}

Hdf5Dataset variable(
    Hdf5Group& root,
    std::string const& name,
    ColumnType type,
    std::vector<io::Dimension> const& dimensions,
    KeptMeasure const& about) {
    Shape extent;
    for (auto const& dimension : dimensions)
        extent.push_back(dimension.size);
    auto made = root.create(name, {.type = type, .extent = extent});
    for (unsigned at = 0; at < dimensions.size(); ++at)
        made.attach_scale(at, *dimensions[at].scale);
    io::describe(made, about.unit, about.long_name, about.long_name_zh);
    return made;
}

/// `factor_<name>(point)`, numbers if all its values are.
void write_factor(
    Hdf5Group& root, Plan const& plan, std::size_t at, io::Dimension const& points) {
    auto const& factor = plan.study().factors[at];
    auto const name = "factor_" + factor.text.name;
    auto const count = static_cast<std::int64_t>(points.size);
    auto const file = plan.file("design.csv");
    auto numeric = true;
    DesignTable looked{file};
    for (std::int64_t point = 0; point < count && numeric; ++point)
        numeric = number(looked.row(point)[at]).has_value();
    auto made =
        numeric ? root.create(name, {.type = ColumnType::f64, .extent = {points.size}})
                : root.create_text_rows(name, points.size);
    DesignTable table{file};
    for (std::int64_t first = 0; first < count; first += block) {
        std::vector<double> numbers;
        std::vector<std::string> texts;
        for (auto point = first; point < std::min(count, first + block); ++point) {
            auto const& text = table.row(point)[at];
            if (numeric) {
                numbers.push_back(*number(text));
            } else {
                texts.push_back(text);
            }
        }
        auto const start = static_cast<std::uint64_t>(first);
        if (numeric) {
            made.write({start}, {numbers.size()}, numbers);
        } else {
            made.write_texts(start, texts);
        }
    }
    made.attach_scale(0, *points.scale);
    auto const& said = factor.text;
    io::describe(
        made,
        said.unit.empty() ? "1" : said.unit,
        said.title.empty() ? said.name : said.title,
        said.title_zh.empty() ? said.name : said.title_zh);
    std::string keys;
    for (auto const& key : factor.keys)
        keys += (keys.empty() ? "" : " ") + key;
    made.set_attribute("keys", keys);
    made.set_attribute(
        "effect",
        factor.effect == Effect::sets ? "sets the keys" : "multiplies the keys");
    if (said.low) set_number(made, "low", *said.low);
    if (said.high) set_number(made, "high", *said.high);
}

void describe_status(Hdf5Dataset& status) {
    std::vector<std::int8_t> values(status_names.size());
    std::iota(values.begin(), values.end(), std::int8_t{0});
    status.set_attribute("flag_values", values);
    std::string meanings;
    for (auto const& name : status_names)
        meanings.append(meanings.empty() ? "" : " ").append(name);
    status.set_attribute("flag_meanings", meanings);
}

} // namespace

PackVariables
make_pack_variables(Hdf5Group& root, Plan const& plan, OutputLayout const& layout) {
    PackVariables made;
    auto const runs = static_cast<std::uint64_t>(plan.n_runs());
    auto const& facts = plan.facts();
    made.run = numbered(root, "run", plan.n_runs(), "number of the run", "运行编号");
    auto const months = months_of(root, layout.months);
    auto const years = years_of(root, layout.years());
    auto const points =
        numbered(root, "point", facts.points, "point of the design", "设计点");
    auto scenarios = root.create_texts("scenario", facts.scenarios);
    scenarios.make_scale("scenario");
    io::describe(scenarios, "1", "scenario", "情景");
    std::vector<io::Dimension> const by_run{{&made.run, runs}};
    auto const of_run = [&](std::string const& name,
                            ColumnType type,
                            std::string const& en,
                            std::string const& zh) {
        return variable(
            root,
            name,
            type,
            by_run,
            {.name = name, .unit = "1", .long_name = en, .long_name_zh = zh});
    };
    made.point = of_run("run_point", ColumnType::i64, "point of the run", "设计点");
    made.scenario = of_run(
        "run_scenario", ColumnType::i32, "scenario of the run, from 0", "情景序号");
    made.replicate =
        of_run("run_replicate", ColumnType::i32, "replicate, from 0", "重复序号");
    made.seed = of_run("run_seed", ColumnType::i64, "seed of the run", "随机种子");
    made.status = of_run("run_status", ColumnType::i8, "how the run ended", "运行状态");
    describe_status(made.status);
    made.attempts =
        of_run("run_attempts", ColumnType::i32, "times it was begun", "尝试次数");
    made.message = root.create_text_rows("run_message", runs);
    made.message.attach_scale(0, made.run);
    io::describe(made.message, "1", "why the run failed", "失败原因");
    for (std::size_t at = 0; at < plan.study().factors.size(); ++at)
        write_factor(
            root, plan, at, {&points, static_cast<std::uint64_t>(facts.points)});
    for (auto const& measure : layout.series)
        made.series.push_back(variable(
            root,
            measure.name,
            ColumnType::f64,
            {by_run.front(), {&months, static_cast<std::uint64_t>(layout.months)}},
            measure));
    for (auto const& measure : layout.yearly) {
        made.yearly.push_back(variable(
            root,
            measure.name + "_yearly",
            ColumnType::f64,
            {by_run.front(), {&years, static_cast<std::uint64_t>(layout.years())}},
            measure));
        made.yearly.back().set_attribute("cell_methods", "month: mean");
    }
    for (auto const& scalar : layout.scalars) {
        made.scalars.push_back(
            variable(root, scalar.name, ColumnType::f64, by_run, scalar.measure));
        auto const name = statistic_names[static_cast<std::size_t>(scalar.statistic)];
        made.scalars.back().set_attribute(
            "cell_methods",
            "month: " + std::string{name} + " (" + Month{scalar.first}.text() + " to "
                + Month{scalar.last}.text() + ")");
        made.scalars.back().set_attribute("measure", scalar.measure.name);
    }
    return made;
}

} // namespace canopy::study
