#include "sim/study/pace.hpp"

#include "sim/base/written.hpp"
#include "sim/io/document.hpp"

#include <cmath>

namespace canopy::study {

namespace {

constexpr double chunk_seconds = 30.0;
constexpr RunNumber least_chunks = 32; ///< so that workers share the end of a study
constexpr RunNumber most_chunks = 20'000;
constexpr RunNumber most_in_chunk = 1000;

struct PaceText {
    double chunk = 0.0;
    double run_seconds = 0.0;
    double start_seconds = 0.0;
    double firms = 0.0;

    static void describe(auto&& field) {
        using P = PaceText;
        Meaning const none{"", "", ""};
        field("chunk", &P::chunk, "1", none);
        field("run_seconds", &P::run_seconds, "s", none);
        field("start_seconds", &P::start_seconds, "s", none);
        field("firms", &P::firms, "1", none);
    }
};

std::filesystem::path pace_file(std::filesystem::path const& study_folder) {
    return study_folder / "plan" / "pace.toml";
}

} // namespace

Pace read_pace(std::filesystem::path const& study_folder) {
    auto const file = pace_file(study_folder);
    if (!std::filesystem::is_regular_file(file)) return {};
    auto const document = Document::load(file);
    auto const text = document.root().read<PaceText>();
    document.finish();
    return {
        .chunk = static_cast<RunNumber>(text.chunk),
        .run_seconds = text.run_seconds,
        .start_seconds = text.start_seconds,
        .firms = static_cast<std::int64_t>(text.firms)};
}

void write_pace(std::filesystem::path const& study_folder, Pace const& pace) {
    write_whole(
        pace_file(study_folder),
        "chunk = " + std::to_string(pace.chunk)
            + "\nrun_seconds = " + written(pace.run_seconds)
            + "\nstart_seconds = " + written(pace.start_seconds)
            + "\nfirms = " + std::to_string(pace.firms) + "\n");
}

RunNumber chunk_size(RunNumber runs, double run_seconds) {
    auto const timely = static_cast<RunNumber>(
        std::clamp(chunk_seconds / std::max(run_seconds, 1e-3), 1.0, 1e6));
    auto const shared = (runs + least_chunks - 1) / least_chunks;
    auto const least = std::max<RunNumber>(1, runs / most_chunks);
    return std::max(least, std::min({timely, shared, most_in_chunk}));
}

Forecast forecast(Plan const& plan, Pace const& pace, std::uint64_t row_width) {
    constexpr double bytes_a_value = 16.0; // in a shard and in the pack
    constexpr double bytes_a_run = 120.0;
    constexpr double bytes_a_firm = 1000.0; // of a kept opening world
    auto const runs = static_cast<double>(plan.n_runs());
    auto const starts =
        static_cast<double>(plan.study().text.replicates)
        * (plan.facts().shared_starts ? 1.0 : static_cast<double>(plan.facts().points));
    auto const kept = plan.facts().shared_starts ? starts : 0.0;
    auto const run_files = static_cast<double>(plan.study().outputs.run_files.size())
                           * static_cast<double>(plan.facts().scenarios.size())
                           * plan.study().text.replicates;
    auto const firms = static_cast<double>(pace.firms);
    return {
        .cpu_seconds = runs * pace.run_seconds + starts * pace.start_seconds,
        .disk = static_cast<std::uint64_t>(
            runs * (static_cast<double>(row_width) * bytes_a_value + bytes_a_run)
            + kept * firms * bytes_a_firm
            + run_files * (1e6 + firms * (5.0 * plan.facts().months + 200.0)))};
}

} // namespace canopy::study
