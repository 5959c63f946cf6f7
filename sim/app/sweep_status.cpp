#include "sim/app/exit_code.hpp"
#include "sim/app/figures.hpp"
#include "sim/app/sweep.hpp"
#include "sim/base/written.hpp"

#include <algorithm>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

constexpr std::size_t most_listed = 20; ///< failed runs, for people

/// A word of a shell, quoted only where it must be.
std::string shell_word(std::string const& text) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:+";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos)
        return text;
    std::string word = "'";
    for (auto const letter : text)
        word += letter == '\'' ? std::string{"'\\''"} : std::string{letter};
    return word + "'";
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
    return "{\"folder\": " + in_quotes(plan.folder().string())
           + ", \"study\": " + in_quotes(plan.facts().name)
           + ", \"runs\": " + std::to_string(plan.n_runs())
           + ", \"done\": " + std::to_string(plan.n_runs() - missing)
           + ", \"complete\": " + (status.complete() ? "true" : "false")
           + ", \"counts\": " + counts_json(status.counts)
           + ", \"chunk\": " + std::to_string(planned.pace.chunk)
           + ", \"chunks\": " + std::to_string(planned.chunks().count())
           + ", \"chunks_done\": " + std::to_string(status.n_whole) + ", \"pack\": "
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
        words.en +=
            ", " + grouped(count) + " " + std::string{study::status_names.at(at)};
        words.zh +=
            "，" + std::string{study::status_names_zh.at(at)} + " " + grouped(count);
    }
    return words;
}

} // namespace

std::string counts_json(study::RunCounts const& counts) {
    std::string list;
    for (std::size_t at = 0; at < study::status_names.size(); ++at)
        list += (list.empty() ? "{" : ", ") + in_quotes(study::status_names.at(at))
                + ": " + std::to_string(counts.of.at(at));
    return list + "}";
}

Planned open_settled(fs::path const& folder) {
    Planned planned{study::Plan::open(folder), study::read_pace(folder)};
    // Planned but never begun: any size of chunk counts the same nothing.
    planned.pace.chunk = std::max<study::RunNumber>(1, planned.pace.chunk);
    return planned;
}

std::string repeat_command(study::Plan const& plan, study::RunNumber run) {
    return "canopy sweep repro " + shell_word(plan.folder().string()) + " "
           + std::to_string(run);
}

int exit_of(study::RunCounts const& counts) {
    auto const complete = counts.count(study::RunStatus::ok) == counts.all();
    return static_cast<int>(complete ? ExitCode::ok : ExitCode::failed_runs);
}

std::string status_text(
    Planned const& planned,
    study::StudyStatus const& status,
    Settings const& settings) {
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
        text +=
            Words{
                "  run " + number + ": " + std::string{study::status_names.at(kind)}
                    + ", " + times + (one.attempts == 1 ? " attempt: " : " attempts: ")
                    + one.message + "; again: " + command + "\n",
                "  运行 " + number + "：" + std::string{study::status_names_zh.at(kind)}
                    + "，" + times + " 次尝试：" + one.message + "；重复：" + command
                    + "\n"}
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

} // namespace canopy::app
