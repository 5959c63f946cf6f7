#include "sim/app/exit_code.hpp"
#include "sim/app/figures.hpp"
#include "sim/app/sweep.hpp"
#include "sim/base/written.hpp"
#include "sim/io/hdf5_file.hpp"
#include "sim/io/output_space.hpp"
#include "sim/study/pack.hpp"

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

std::string verify_text(
    Planned const& planned,
    study::RunCounts const& counts,
    std::string const& digest,
    bool packed,
    Settings const& settings) {
    auto const& plan = planned.plan;
    auto const missing = counts.count(study::RunStatus::missing);
    if (settings.json) {
        return "{\"runs\": " + std::to_string(plan.n_runs()) + ", \"complete\": "
               + (missing == 0 ? "true" : "false") + ", \"counts\": "
               + counts_json(counts) + ", \"digest\": " + in_quotes(digest)
               + ", \"plan_digest\": " + in_quotes(plan.facts().digest)
               + ", \"packed\": " + (packed ? "true" : "false") + "}\n";
    }
    auto const ok = grouped(counts.count(study::RunStatus::ok));
    auto const bad = grouped(counts.failed());
    auto const none = grouped(missing);
    Words const words{
        plan.folder().string() + ": all checksums hold; " + ok + " ok, " + bad
            + " failed, " + none + " missing"
            + (packed ? "" : "; study.nc is not of these results") + "\ndigest "
            + digest + "\n",
        plan.folder().string() + "：校验和全部正确；成功 " + ok + "，失败 " + bad
            + "，缺失 " + none + (packed ? "" : "；study.nc 与结果不一致") + "\n摘要值 "
            + digest + "\n"};
    return words.in(settings.language);
}

/// Whether the pack, if there is one, was made from results of a digest.
bool pack_holds(study::Plan const& plan, std::string const& digest) {
    auto const file = plan.folder() / "study.nc";
    if (!fs::exists(file)) return false;
    auto const opened = io::Hdf5File::open(file);
    return opened.root().text("results_digest") == digest;
}

} // namespace

int sweep_verify(SweepWords const& words, Settings const& settings) {
    auto const planned = open_settled(words.what);
    planned.plan.require_untouched();
    study::ResultsDigest digest;
    study::RunCounts counts;
    study::for_each_run(
        planned.plan,
        planned.chunks(),
        [&](study::RunNumber run, study::RunRecord const& record) {
            digest.add(run, record);
            ++counts.of.at(static_cast<std::size_t>(record.status));
        });
    auto const text = digest.hexadecimal();
    put(verify_text(planned, counts, text, pack_holds(planned.plan, text), settings));
    return exit_of(counts);
}

int sweep_pack(SweepWords const& words, Settings const& settings) {
    io::ignore_output_signals();
    auto const planned = open_settled(words.what);
    auto const packed = study::pack(planned.plan, planned.chunks());
    put(settings.json ? "{\"file\": " + in_quotes(packed.file.string())
                            + ", \"counts\": " + counts_json(packed.counts)
                            + ", \"digest\": " + in_quotes(packed.digest) + "}\n"
                      : packed.file.string() + "\n");
    return exit_of(packed.counts);
}

} // namespace canopy::app
