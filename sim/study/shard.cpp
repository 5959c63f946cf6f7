#include "sim/study/shard.hpp"

#include "sim/base/error.hpp"
#include "sim/io/hdf5_file.hpp"
#include "sim/io/part_file.hpp"
#include "sim/model/digest.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace canopy::study {

namespace {

/// A shard as columns, as it lies in the file.
struct Columns {
    std::vector<std::int8_t> status;
    std::vector<std::int32_t> attempts;
    std::vector<std::string> message;
    std::vector<double> values; ///< [run × output], NaN where a run failed
};

Columns columns_of(Shard const& shard, std::size_t width) {
    Columns columns;
    columns.values.assign(
        shard.runs.size() * width, std::numeric_limits<double>::quiet_NaN());
    auto row = columns.values.begin();
    for (auto const& run : shard.runs) {
        columns.status.push_back(static_cast<std::int8_t>(run.status));
        columns.attempts.push_back(run.attempts);
        columns.message.push_back(run.message);
        std::copy(run.values.begin(), run.values.end(), row);
        row += static_cast<std::ptrdiff_t>(width);
    }
    return columns;
}

std::string checksum(Shard const& shard, Columns const& columns) {
    Sha256 digest;
    digest.add(
        shard.program + shard.core + shard.rows + std::to_string(shard.first) + "\n");
    digest.add(std::span<std::int8_t const>{columns.status});
    digest.add(std::span<std::int32_t const>{columns.attempts});
    for (auto const& message : columns.message)
        digest.add(message + "\n");
    digest.add(std::span<double const>{columns.values});
    return digest.hexadecimal();
}

template<class Number>
void set_number(io::Hdf5Object& object, std::string const& name, Number value) {
    object.set_attribute(name, std::span<Number const>{&value, 1});
}

} // namespace

std::int64_t Shard::count(RunStatus status) const {
    return std::count_if(runs.begin(), runs.end(), [&](RunRecord const& run) {
        return run.status == status;
    });
}

std::int64_t Shard::failed() const {
    return std::count_if(runs.begin(), runs.end(), [](RunRecord const& run) {
        return study::failed(run.status);
    });
}

void write_shard(
    std::filesystem::path const& path, Shard const& shard, std::size_t width) {
    auto const columns = columns_of(shard, width);
    auto part = io::PartFile::own(path);
    auto file = io::Hdf5File::create(part.path());
    auto root = file.root();
    root.set_attribute("filetype", "canopy-shard");
    root.set_attribute("program", shard.program);
    root.set_attribute("core", shard.core);
    root.set_attribute("rows", shard.rows);
    root.set_attribute("checksum", checksum(shard, columns));
    set_number(root, "first_run", shard.first);
    set_number(root, "n_runs", static_cast<std::int64_t>(shard.runs.size()));
    set_number(root, "n_failed", shard.failed());
    auto const n = shard.runs.size();
    auto status = root.create("status", {.type = io::ColumnType::i8, .extent = {n}});
    status.write({0}, {n}, columns.status);
    auto attempts =
        root.create("attempts", {.type = io::ColumnType::i32, .extent = {n}});
    attempts.write({0}, {n}, columns.attempts);
    root.create_texts("message", columns.message);
    auto values =
        root.create("values", {.type = io::ColumnType::f64, .extent = {n, width}});
    values.write({0, 0}, {n, width}, columns.values);
    file.close();
    part.publish();
}

Shard read_shard(std::filesystem::path const& path) {
    auto const file = io::Hdf5File::open(path);
    auto const root = file.root();
    Shard shard{
        .program = root.text("program"),
        .core = root.text("core"),
        .rows = root.text("rows"),
        .first = root.number<std::int64_t>("first_run"),
        .runs = {}};
    Columns const columns{
        root.read<std::int8_t>("status"),
        root.read<std::int32_t>("attempts"),
        root.read_texts("message"),
        root.read<double>("values")};
    auto const n = columns.status.size();
    auto const fits = n > 0 && columns.attempts.size() == n
                      && columns.message.size() == n && columns.values.size() % n == 0;
    if (!fits || checksum(shard, columns) != root.text("checksum")) {
        throw OutputError{
            "'" + path.string()
            + "' is damaged (its checksum is wrong); remove it and run the study "
              "again: "
              "only this chunk is repeated"};
    }
    auto const width = static_cast<std::ptrdiff_t>(columns.values.size() / n);
    auto row = columns.values.begin();
    for (std::size_t at = 0; at < n; ++at, row += width) {
        RunRecord run{
            static_cast<RunStatus>(columns.status[at]),
            columns.attempts[at],
            columns.message[at],
            {}};
        if (run.status == RunStatus::ok) run.values.assign(row, row + width);
        shard.runs.push_back(std::move(run));
    }
    return shard;
}

ShardCounts read_counts(std::filesystem::path const& path) {
    auto const file = io::Hdf5File::open(path);
    auto const root = file.root();
    return {root.number<std::int64_t>("n_runs"), root.number<std::int64_t>("n_failed")};
}

} // namespace canopy::study
