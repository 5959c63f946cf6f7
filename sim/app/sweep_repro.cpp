#include "sim/app/exit_code.hpp"
#include "sim/app/refusal.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/app/sweep.hpp"
#include "sim/base/written.hpp"
#include "sim/io/output_space.hpp"
#include "sim/study/repeat.hpp"

namespace canopy::app {

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
        put("{\"run\": " + number
            + ", \"before\": " + in_quotes(kind(again.before.status)) + ", \"now\": "
            + in_quotes(kind(again.now)) + ", \"message\": " + in_quotes(again.message)
            + ", \"same\": " + (known ? again.same ? "true" : "false" : "null")
            + "}\n");
    } else {
        auto const why = again.message.empty() ? "" : " (" + again.message + ")";
        auto const verdict =
            !known ? Words{"not made by the study yet", "研究尚未运行"}
            : again.same
                ? Words{"the same results as in the study", "与研究中的结果相同"}
                : Words{
                    "other results than in the study (" + kind(again.before.status)
                        + ")",
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
