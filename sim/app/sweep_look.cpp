#include "sim/app/exit_code.hpp"
#include "sim/app/figures.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/app/sweep.hpp"
#include "sim/base/error.hpp"
#include "sim/base/written.hpp"
#include "sim/io/hdf5_file.hpp"
#include "sim/io/output_space.hpp"
#include "sim/study/pack.hpp"
#include "sim/study/repeat.hpp"

#include <algorithm>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

constexpr std::size_t most_listed = 20; ///< failed runs, for people

/// A word of a shell, quoted only where it must be.
std::string shell_word(std::string const& text) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:+";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
    std::string word = "'";
    for (auto const letter : text)
        word += letter == '\'' ? std::string{"'\\''"} : std::string{letter};
    return word + "'";
}

std::string counts_json(study::RunCounts const& counts) {
    std::string list;
    for (std::size_t at = 0; at < study::status_names.size(); ++at)
        list += (list.empty() ? "{" : ", ") + in_quotes(study::status_names.at(at)) + ": "
                + std::to_string(counts.of.at(at));
    return list + "}";
}

std::string failure_json(study::Plan const& plan, study::FailedRun const& one) {
    return "{\"run\": " + std::to_string(one.run) + ", \"status\": "
           + in_quotes(study::status_name(one.status)) + ", \"attempts\": "
           + std::to_string(one.attempts) + ", \"message\": " + in_quotes(one.message)
           + ", \"repeat\": " + in_quotes(repeat_command(plan, one.run)) + "}";
}

std::string status_json(Planned const& planned, study::StudyStatus const& status) {
    auto const& plan = planned.plan;
    auto const missing = status.counts.count(study::RunStatus::missing);
    std::string failures;
    for (auto const& one : status.failures)
        failures += (failures.empty() ? "\n  " : ",\n  ") + failure_json(plan, one);
    auto const pack = plan.folder() / "study.nc";
    std::error_code error;
    return "{\"folder\": " + in_quotes(plan.folder().string()) + ", \"study\": "
           + in_quotes(plan.facts().name) + ", \"runs\": " + std::to_string(plan.n_runs())
           + ", \"done\": " + std::to_string(plan.n_runs() - missing) + ", \"complete\": "
           + (status.complete() ? "true" : "false") + ", \"counts\": "
           + counts_json(status.counts) + ", \"chunk\": "
           + std::to_string(planned.pace.chunk) + ", \"chunks\": "
           + std::to_string(planned.chunks().count()) + ", \"chunks_done\": "
           + std::to_string(status.n_whole) + ", \"pack\": "
           + (fs::exists(pack, error) ? in_quotes(pack.string()) : "null")
           + ",\n \"failures\": [" + failures + "]}\n";
}

Words counts_words(Planned const& planned, study::StudyStatus const& status) {
    auto const& plan = planned.plan;
    auto const done =
        grouped(plan.n_runs() - status.counts.count(study::RunStatus::missing));
    auto const all = grouped(plan.n_runs());
    Words words{
        plan.folder().string() + ": " + done + " of " + all + " runs done",
        plan.folder().string() + "：已完成 " + done + "/" + all + " 次运行"};
    for (std::size_t at = 0; at < study::status_names.size(); ++at) {
        auto const count = status.counts.of.at(at);
        auto const kind = static_cast<study::RunStatus>(at);
        if (!study::failed(kind) || count == 0) continue;
        words.en += ", " + grouped(count) + " " + std::string{study::status_names.at(at)};
        words.zh += "，" + std::string{study::status_names_zh.at(at)} + " " + grouped(count);
    }
    return words;
}

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
               + (missing == 0 ? "true" : "false") + ", \"counts\": " + counts_json(counts)
               + ", \"digest\": " + in_quotes(digest) + ", \"plan_digest\": "
               + in_quotes(plan.facts().digest) + ", \"packed\": "
               + (packed ? "true" : "false") + "}\n";
    }
    auto const ok = grouped(counts.count(study::RunStatus::ok));
    auto const bad = grouped(counts.failed());
    auto const none = grouped(missing);
    Words const words{
        plan.folder().string() + ": all checksums hold; " + ok + " ok, " + bad
            + " failed, " + none + " missing" + (packed ? "" : "; study.nc is not of these results")
            + "\ndigest " + digest + "\n",
        plan.folder().string() + "：校验和全部正确；成功 " + ok + "，失败 " + bad
            + "，缺失 " + none + (packed ? "" : "；study.nc 与结果不一致") + "\n摘要值 " + digest
            + "\n"};
    return words.in(settings.language);
}

/// Whether the pack, if there is one, was made from results of a digest.
bool pack_holds(study::Plan const& plan, std::string const& digest) {
    auto const file = plan.folder() / "study.nc";
    if (!fs::exists(file)) return false;
    auto const opened = io::Hdf5File::open(file);
    return opened.root().text("results_digest") == digest;
}

Planned open_settled(fs::path const& folder) {
    Planned planned{study::Plan::open(folder), study::read_pace(folder)};
    // Planned but never begun: any size of chunk counts the same nothing.
    planned.pace.chunk = std::max<study::RunNumber>(1, planned.pace.chunk);
    return planned;
}

} // namespace

std::string repeat_command(study::Plan const& plan, study::RunNumber run) {
    return "canopy sweep repro " + shell_word(plan.folder().string()) + " "
           + std::to_string(run);
}

int exit_of(study::RunCounts const& counts) {
    auto const complete = counts.count(study::RunStatus::ok) == counts.all();
    return static_cast<int>(complete ? ExitCode::ok : ExitCode::failed_runs);
}

std::string status_text(
    Planned const& planned, study::StudyStatus const& status, Settings const& settings) {
    if (settings.json) return status_json(planned, status);
    auto const& plan = planned.plan;
    auto text = counts_words(planned, status).in(settings.language) + "\n";
    auto const shown = std::min(most_listed, status.failures.size());
    for (std::size_t at = 0; at < shown; ++at) {
        auto const& one = status.failures[at];
        auto const number = std::to_string(one.run);
        auto const kind = static_cast<std::size_t>(one.status);
        auto const command = repeat_command(plan, one.run);
        auto const times = std::to_string(one.attempts);
        text += Words{
            "  run " + number + ": " + std::string{study::status_names.at(kind)} + ", "
                + times + (one.attempts == 1 ? " attempt: " : " attempts: ") + one.message
                + "; again: " + command + "\n",
            "  运行 " + number + "：" + std::string{study::status_names_zh.at(kind)} + "，"
                + times + " 次尝试：" + one.message + "；重复：" + command + "\n"}
                    .in(settings.language);
    }
    if (shown < status.failures.size()) text += "  …\n";
    auto const pack = plan.folder() / "study.nc";
    std::error_code error;
    if (status.complete() && fs::exists(pack, error)) text += pack.string() + "\n";
    return text;
}

int sweep_status(SweepWords const& words, Settings const& settings) {
    auto const planned = open_settled(words.what);
    put(status_text(
        planned, study::status_of(planned.plan, planned.chunks()), settings));
    return static_cast<int>(ExitCode::ok);
}

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
    put(settings.json ? "{\"file\": " + in_quotes(packed.file.string()) + ", \"counts\": "
                            + counts_json(packed.counts) + ", \"digest\": "
                            + in_quotes(packed.digest) + "}\n"
                      : packed.file.string() + "\n");
    return exit_of(packed.counts);
}

int sweep_repro(SweepWords const& words, Settings const& settings) {
    io::ignore_output_signals();
    StopSignal const signal;
    auto const plan = study::Plan::open(words.what);
    plan.require_this_program();
    plan.require_untouched();
    auto const number = std::to_string(words.run);
    if (words.run < 0 || words.run >= plan.n_runs()) {
        auto const last = std::to_string(plan.n_runs() - 1);
        throw UsageError{
            {"there is no run " + number + "; they go from 0 to " + last,
             "没有运行 " + number + "；编号为 0 至 " + last}};
    }
    auto const again =
        study::repeat(plan, words.run, [] { return StopSignal::received(); });
    auto const kind = [](study::RunStatus status) {
        return std::string{study::status_name(status)};
    };
    auto const known = again.before.status != study::RunStatus::missing;
    if (settings.json) {
        put("{\"run\": " + number + ", \"before\": " + in_quotes(kind(again.before.status))
            + ", \"now\": " + in_quotes(kind(again.now)) + ", \"message\": "
            + in_quotes(again.message) + ", \"same\": "
            + (known ? again.same ? "true" : "false" : "null") + "}\n");
    } else {
        auto const why = again.message.empty() ? "" : " (" + again.message + ")";
        auto const verdict = !known ? Words{"not made by the study yet", "研究尚未运行"}
                             : again.same
                                 ? Words{"the same results as in the study", "与研究中的结果相同"}
                                 : Words{
                                     "other results than in the study (" + kind(again.before.status) + ")",
                                     "与研究中的结果不同（" + kind(again.before.status) + "）"};
        put(Words{
            "run " + number + ": " + kind(again.now) + why + "; " + verdict.en + "\n",
            "运行 " + number + "：" + kind(again.now) + why + "；" + verdict.zh + "\n"}
                .in(settings.language));
    }
    auto const sound = !known || again.same;
    return static_cast<int>(sound ? ExitCode::ok : ExitCode::failed_runs);
}

} // namespace canopy::app
