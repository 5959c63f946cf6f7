#include "sim/study/results.hpp"

#include "sim/base/error.hpp"
#include "sim/study/design_table.hpp"

#include <numeric>
#include <span>

namespace canopy::study {

void ResultsDigest::add(RunNumber run, RunRecord const& record) {
    digest_.add(std::span<RunNumber const>{&run, 1});
    digest_.add(std::span<RunStatus const>{&record.status, 1});
    digest_.add(std::span<double const>{record.values});
}

RunNumber RunCounts::failed() const {
    return all() - count(RunStatus::ok) - count(RunStatus::missing);
}

RunNumber RunCounts::all() const {
    return std::accumulate(of.begin(), of.end(), RunNumber{0});
}

void for_each_run(
    Plan const& plan,
    Chunks const& chunks,
    std::function<void(RunNumber, RunRecord const&)> const& see) {
    ShardFolder const folder{plan.folder()};
    DesignTable table{plan.file("design.csv")};
    RunRecord const missing;
    for (ChunkNumber chunk = 0; chunk < chunks.count(); ++chunk) {
        auto const first = chunks.first(chunk);
        auto const last = chunks.last(chunk);
        if (!folder.has(chunk)) {
            for (auto run = first; run < last; ++run)
                see(run, missing);
            continue;
        }
        auto const shard = read_shard(folder.whole(chunk));
        auto const of_plan =
            shard.first == first
            && static_cast<RunNumber>(shard.runs.size()) == last - first
            && shard.core == plan.facts().core && shard.program == plan.facts().program
            && shard.rows
                   == table.digest(plan.place(first).point, plan.place(last - 1).point);
        if (!of_plan) {
            throw OutputError{
                "'" + folder.whole(chunk).string()
                + "' was made from another plan or by another program; remove it and "
                  "run "
                  "the study again"};
        }
        for (auto run = first; run < last; ++run)
            see(run, shard.runs[static_cast<std::size_t>(run - first)]);
    }
}

} // namespace canopy::study
