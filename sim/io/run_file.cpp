#include "sim/io/run_file.hpp"

#include "sim/io/event_group.hpp"
#include "sim/io/month_series.hpp"
#include "sim/io/panel_group.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/snapshot.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace canopy::io {

namespace {
template<class Number>
void set_number(Hdf5Object& object, std::string const& name, Number value) {
    object.set_attribute(name, std::span<Number const>{&value, 1});
}

void write_header(Hdf5Group& root, RunHeader const& header) {
    root.set_attribute("filetype", "canopy-run");
    set_number(root, "schema_version", run_schema_version);
    root.set_attribute("canopy_version", header.canopy_version);
    root.set_attribute("git_commit", header.git_commit);
    set_number(root, "git_dirty", static_cast<std::int8_t>(header.git_dirty ? 1 : 0));
    root.set_attribute("compiler", header.compiler);
    root.set_attribute("scenario", header.scenario);
    root.set_attribute("title", header.title);
    root.set_attribute("title_zh", header.title_zh);
    set_number(root, "seed", header.seed);
    set_number(root, "scale", header.scale);
    root.set_attribute("created", header.created);
    set_number(root, "committed_months", std::int32_t{0});
    auto scenario = root.create_group("scenario");
    scenario.create_text("as_given", header.scenario_as_given);
    scenario.create_text("resolved", header.scenario_resolved);
    scenario.create_text("sha256", header.scenario_sha256);
}

std::string hexadecimal(std::uint64_t word) {
    std::string text(16, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, word >>= 4U)
        *digit = "0123456789abcdef"[word & 0xfU];
    return text;
}

/// `/kpi`: measures by month, with the hash of the state.
struct KpiGroup {
    MonthGroup months;
    MonthSeries<double> measures;
    MonthSeries<std::int32_t> hash;

    KpiGroup(Hdf5Group& root, RunLayout const& layout)
        : months{root, "kpi"} {
        std::map<std::string, std::pair<Hdf5Dataset, std::uint64_t>> axes;
        for (auto const& axis : layout.axes)
            axes[axis.name] = {create_axis(months.group(), axis), axis.labels.size()};
        for (auto const& kpi : layout.kpis) {
            std::vector<Dimension> dimensions;
            if (!kpi.axis.empty()) {
                auto const& [scale, size] = axes.at(kpi.axis);
                dimensions.push_back({&scale, size});
            }
            auto& dataset =
                measures.add(months, stored_name(kpi), ColumnType::f64, dimensions);
            describe(dataset, kpi.unit, kpi.long_name, kpi.long_name_zh);
        }
        auto const word = months.group().create_dimension("hash_word", 2, 2);
        describe(
            hash.add(months, "state_hash", ColumnType::i32, {{&word, 2}}),
            "1",
            "hash of the state at month end, high and low 32 bits",
            "月末状态哈希（高、低 32 位）");
    }

    void append(MonthRecord const& record) {
        months.append(record.month);
        measures.append("kpi", record.kpi);
        std::array const words{
            static_cast<std::int32_t>(
                static_cast<std::uint32_t>(record.state_hash >> 32U)),
            static_cast<std::int32_t>(static_cast<std::uint32_t>(record.state_hash))};
        hash.append("state_hash", words);
    }

    void commit(std::uint64_t first) {
        months.commit(first);
        measures.commit(first);
        hash.commit(first);
    }
};

/// `/account`, `/check` or `/timing`.
template<class Value>
struct SeriesGroup {
    MonthGroup months;
    MonthSeries<Value> series;

    void append(Month month, std::string_view what, std::span<Value const> row) {
        months.append(month);
        series.append(what, row);
    }

    void commit(std::uint64_t first) {
        months.commit(first);
        series.commit(first);
    }
};

SeriesGroup<std::int64_t> account_group(Hdf5Group& root, RunLayout const& layout) {
    SeriesGroup<std::int64_t> made{MonthGroup{root, "account"}, {}};
    auto& group = made.months.group();
    // The dimension cannot be called `flow` like the matrix: netCDF forbids it.
    auto const transactions = create_axis(
        group,
        {"transaction", layout.transactions.labels, layout.transactions.labels_zh});
    auto const accounts = create_axis(
        group, {"account", layout.accounts.labels, layout.accounts.labels_zh});
    auto& flow = made.series.add(
        made.months,
        "flow",
        ColumnType::i64,
        {{&transactions, layout.transactions.labels.size()},
         {&accounts, layout.accounts.labels.size()}});
    describe(
        flow,
        "fen",
        "received (+) and paid (-) by each account",
        "各账户收入（+）与支出（−）");
    return made;
}

SeriesGroup<double> check_group(Hdf5Group& root, RunLayout const& layout) {
    SeriesGroup<double> made{MonthGroup{root, "check"}, {}};
    for (auto const& check : layout.checks) {
        auto const type =
            check.name.starts_with("goods_") ? ColumnType::f64 : ColumnType::i64;
        describe(
            made.series.add(made.months, check.name, type, {}),
            check.unit,
            check.long_name,
            check.long_name_zh);
    }
    return made;
}

SeriesGroup<double> timing_group(Hdf5Group& root, RunLayout const& layout) {
    SeriesGroup<double> made{MonthGroup{root, "timing"}, {}};
    for (auto const& process : layout.timing) {
        describe(
            made.series.add(made.months, process, ColumnType::f64, {}),
            "s",
            "time spent in " + process,
            process + " 用时");
    }
    return made;
}
} // namespace

struct RunFile::Parts {
    PartFile part; // first in, last out: vanishes after the file is closed
    Hdf5File file;
    Hdf5Group root;
    KpiGroup kpi;
    PanelGroup panel;
    PanelGroup person_panel;
    EventGroup events;
    SeriesGroup<std::int64_t> account;
    SeriesGroup<double> check;
    SeriesGroup<double> timing;
    std::uint64_t months = 0;
    std::uint64_t committed = 0;
    std::uint64_t state_hash = 0;

    Parts(
        std::filesystem::path const& final_path,
        RunHeader const& header,
        RunLayout const& layout)
        : part{PartFile::claim(final_path)}
        , file{Hdf5File::create(part.path())}
        , root{file.root()}
        , kpi{root, layout}
        , panel{root, panel_of_firms, layout.panel}
        , person_panel{root, panel_of_people, layout.person_panel}
        , events{root, layout.axes}
        , account{account_group(root, layout)}
        , check{check_group(root, layout)}
        , timing{timing_group(root, layout)} {
        write_header(root, header);
        file.flush();
    }
};

RunFile::RunFile(
    std::filesystem::path const& final_path,
    RunHeader const& header,
    RunLayout const& layout)
    : parts_{std::make_unique<Parts>(final_path, header, layout)} {}

RunFile::RunFile(RunFile&&) noexcept = default;
RunFile::~RunFile() = default;

void RunFile::append(MonthRecord const& record) {
    auto& to = *parts_;
    to.kpi.append(record);
    to.panel.append(record.month, record.panel_ids, record.panel);
    to.person_panel.append(record.month, record.person_ids, record.person_panel);
    to.events.append(record.events);
    to.account.append(record.month, "account flows", record.flows);
    to.check.append(record.month, "checks", record.checks);
    to.timing.append(record.month, "timing", record.timing);
    to.state_hash = record.state_hash;
    ++to.months;
    if (to.months % months_together == 0) commit();
}

void RunFile::snapshot(
    std::string const& month, TableView const& firms, TableView const& links) {
    auto const place = "snapshot/" + month;
    write_table(parts_->file, place + "/firms", "firm", firms);
    write_table(parts_->file, place + "/links", "link", links);
}

void RunFile::commit() {
    auto& to = *parts_;
    if (to.months == to.committed) return;
    ChunkBatch batch;
    to.panel.commit(batch, to.committed, to.months);
    to.person_panel.commit(batch, to.committed, to.months);
    to.events.commit(batch);
    batch.write(to.file);
    to.panel.written(to.months);
    to.person_panel.written(to.months);
    to.events.written();
    to.kpi.commit(to.committed);
    to.account.commit(to.committed);
    to.check.commit(to.committed);
    to.timing.commit(to.committed);
    to.file.flush();
    set_number(to.root, "committed_months", static_cast<std::int32_t>(to.months));
    to.file.flush();
    to.committed = to.months;
}

void RunFile::finish() {
    commit();
    parts_->root.set_attribute("state_hash", hexadecimal(parts_->state_hash));
    parts_->file.close();
    parts_->part.publish();
    parts_.reset();
}

} // namespace canopy::io
