#include "sim/study/pack.hpp"

#include "sim/base/error.hpp"
#include "sim/io/part_file.hpp"
#include "sim/model/scenario_template.hpp"
#include "sim/study/pack_layout.hpp"

#include <limits>
#include <span>

namespace canopy::study {

namespace {
namespace fs = std::filesystem;

constexpr std::size_t runs_together = 512; ///< written at a time

/// Runs that follow each other, gathered until they are worth a write.
class RunBlock {
  public:
    RunBlock(PackVariables& to, Plan const& plan, OutputLayout const& layout)
        : to_{to}
        , plan_{plan}
        , layout_{layout} {}

    void add(RunNumber run, RunRecord const& record) {
        auto const place = plan_.place(run);
        points_.push_back(place.point);
        scenarios_.push_back(static_cast<std::int32_t>(place.scenario));
        replicates_.push_back(place.replicate);
        seeds_.push_back(static_cast<std::int64_t>(plan_.seed(place)));
        status_.push_back(static_cast<std::int8_t>(record.status));
        attempts_.push_back(record.attempts);
        messages_.push_back(record.message);
        auto const row = values_.size();
        values_.resize(row + layout_.width(), std::numeric_limits<double>::quiet_NaN());
        std::copy(
            record.values.begin(),
            record.values.end(),
            values_.begin() + static_cast<std::ptrdiff_t>(row));
        if (points_.size() == runs_together) flush();
    }

    void flush() {
        auto const n = points_.size();
        if (n == 0) return;
        to_.point.write({first_}, {n}, points_);
        to_.scenario.write({first_}, {n}, scenarios_);
        to_.replicate.write({first_}, {n}, replicates_);
        to_.seed.write({first_}, {n}, seeds_);
        to_.status.write({first_}, {n}, status_);
        to_.attempts.write({first_}, {n}, attempts_);
        to_.message.write_texts(first_, messages_);
        std::size_t column = 0;
        for (auto& series : to_.series)
            column = write(series, column, static_cast<std::size_t>(layout_.months));
        for (auto& yearly : to_.yearly)
            column = write(yearly, column, static_cast<std::size_t>(layout_.years()));
        for (auto& scalar : to_.scalars)
            column = write(scalar, column, 0);
        first_ += n;
        points_.clear();
        scenarios_.clear();
        replicates_.clear();
        seeds_.clear();
        status_.clear();
        attempts_.clear();
        messages_.clear();
        values_.clear();
    }

  private:
    /// Writes the columns of a variable; `width` 0 means one without a further
    /// dimension.
    std::size_t write(io::Hdf5Dataset& to, std::size_t column, std::size_t width) {
        auto const n = points_.size();
        auto const taken = std::max<std::size_t>(1, width);
        piece_.clear();
        for (std::size_t run = 0; run < n; ++run) {
            auto const row =
                std::span{values_}.subspan(run * layout_.width() + column, taken);
            piece_.insert(piece_.end(), row.begin(), row.end());
        }
        if (width == 0) {
            to.write({first_}, {n}, piece_);
        } else {
            to.write({first_, 0}, {n, width}, piece_);
        }
        return column + taken;
    }

    PackVariables& to_;
    Plan const& plan_;
    OutputLayout const& layout_;
    std::uint64_t first_ = 0;
    std::vector<std::int64_t> points_;
    std::vector<std::int32_t> scenarios_;
    std::vector<std::int32_t> replicates_;
    std::vector<std::int64_t> seeds_;
    std::vector<std::int8_t> status_;
    std::vector<std::int32_t> attempts_;
    std::vector<std::string> messages_;
    std::vector<double> values_; ///< [run × output]
    std::vector<double> piece_;
};

void write_provenance(io::Hdf5Group& root, Plan const& plan, Packed const& packed) {
    auto const& facts = plan.facts();
    auto const& text = plan.study().text;
    root.set_attribute("filetype", "canopy-study");
    root.set_attribute("title", text.title.empty() ? facts.name : text.title);
    root.set_attribute("title_zh", text.title_zh.empty() ? text.title : text.title_zh);
    root.set_attribute("study", plan.study().source);
    root.set_attribute("design_kind", plan.study().design.kind);
    root.set_attribute("design", read_whole(plan.file("design.json")));
    root.set_attribute("plan_digest", facts.digest);
    root.set_attribute("results_digest", packed.digest);
    root.set_attribute("canopy_version", facts.version);
    root.set_attribute("git_commit", facts.commit);
    root.set_attribute("program_sha256", facts.program);
    auto const set_number = [&](std::string const& name, std::int64_t value) {
        root.set_attribute(name, std::span<std::int64_t const>{&value, 1});
    };
    set_number("n_runs", plan.n_runs());
    set_number("n_ok", packed.counts.count(RunStatus::ok));
}

} // namespace

Packed pack(Plan const& plan, Chunks const& chunks) {
    ScenarioTemplate const first{plan.scenario_file(0)};
    auto const layout = OutputLayout::of(
        plan.study(), first.empty_world(first.plain(), 1), plan.facts().months);
    Packed packed{.file = plan.folder() / "study.nc", .counts = {}, .digest = {}};
    auto part = io::PartFile::own(packed.file);
    auto file = io::Hdf5File::create(part.path());
    auto root = file.root();
    auto variables = make_pack_variables(root, plan, layout);
    RunBlock block{variables, plan, layout};
    ResultsDigest digest;
    for_each_run(plan, chunks, [&](RunNumber run, RunRecord const& record) {
        block.add(run, record);
        digest.add(run, record);
        ++packed.counts.of.at(static_cast<std::size_t>(record.status));
    });
    block.flush();
    packed.digest = digest.hexadecimal();
    write_provenance(root, plan, packed);
    file.close();
    part.publish();
    return packed;
}

bool is_packed(Plan const& plan) {
    auto const file = plan.folder() / "study.nc";
    std::error_code error;
    auto const packed = fs::last_write_time(file, error);
    if (error || packed < fs::last_write_time(plan.folder() / "shards", error) || error)
        return false;
    try {
        auto const opened = io::Hdf5File::open(file);
        return opened.root().text("plan_digest") == plan.facts().digest;
    } catch (OutputError const&) {
        return false;
    }
}

} // namespace canopy::study
