#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canopy::study {

/// How a run ended; a failure is a result like any other.
enum class RunStatus : std::int8_t {
    ok,
    model_error,    ///< the model refused the point or broke one of its identities
    timeout,        ///< longer than limits.run_seconds
    crash,          ///< took its process down
    invalid_output, ///< a result that is no number
    missing         ///< not run yet
};

inline constexpr std::array<std::string_view, 6> status_names{
    "ok", "model_error", "timeout", "crash", "invalid_output", "missing"};
inline constexpr std::array<std::string_view, 6> status_names_zh{
    "成功", "模型错误", "超时", "崩溃", "结果无效", "缺失"};

[[nodiscard]] constexpr std::string_view status_name(RunStatus status) {
    return status_names[static_cast<std::size_t>(status)];
}

[[nodiscard]] constexpr bool failed(RunStatus status) {
    return status != RunStatus::ok && status != RunStatus::missing;
}

/// What is known of one run.
struct RunRecord {
    RunStatus status = RunStatus::missing;
    int attempts = 0;
    std::string message = {};        ///< why it failed
    std::vector<double> values = {}; ///< the row of its outputs; empty unless ok
};

} // namespace canopy::study
