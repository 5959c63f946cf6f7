#include "sim/app/study_progress.hpp"

#include "sim/app/figures.hpp"

#include <algorithm>
#include <cstdio>

#include <spdlog/fmt/fmt.h>
#include <unistd.h>

namespace canopy::app {

namespace {

constexpr std::chrono::milliseconds between_lines{200};

int tenths_of(study::RunNumber done, study::RunNumber all) {
    return static_cast<int>(10 * done / std::max<study::RunNumber>(1, all));
}

} // namespace

StudyProgress::StudyProgress(
    study::RunNumber runs, study::RunNumber before, Settings const& settings)
    : settings_{settings}
    , terminal_{isatty(STDERR_FILENO) != 0}
    , runs_{runs}
    , before_{before}
    , tenths_{tenths_of(before, runs)} {}

StudyProgress::~StudyProgress() {
    if (terminal_ && !settings_.quiet) std::fputs("\r\033[K", stderr);
}

double StudyProgress::seconds() const {
    return std::chrono::duration<double>(Clock::now() - began_).count();
}

Words StudyProgress::line(study::Advance const& advance) const {
    auto const done = before_ + advance.done;
    auto const share = static_cast<double>(done) / static_cast<double>(runs_);
    auto const pace = static_cast<double>(advance.done) / std::max(1e-3, seconds());
    auto const left =
        clock_text(static_cast<double>(runs_ - done) / std::max(1e-6, pace));
    auto const failed_en =
        advance.failed > 0 ? fmt::format(", {} failed", grouped(advance.failed)) : "";
    auto const failed_zh =
        advance.failed > 0 ? fmt::format("，失败 {}", grouped(advance.failed)) : "";
    return {
        fmt::format(
            "{:3.0f} %  {} of {} runs{}  {:.3g} runs/s  {} left",
            100.0 * share,
            grouped(done),
            grouped(runs_),
            failed_en,
            pace,
            left),
        fmt::format(
            "{:3.0f} %  已完成 {}/{} 次运行{}  每秒 {:.3g} 次  剩余 {}",
            100.0 * share,
            grouped(done),
            grouped(runs_),
            failed_zh,
            pace,
            left)};
}

void StudyProgress::show(study::Advance const& advance) {
    if (settings_.quiet) return;
    auto const now = Clock::now();
    if (terminal_) {
        if (now - shown_ < between_lines) return;
        shown_ = now;
        auto const text = "\r\033[K" + line(advance).in(settings_.language);
        std::fputs(text.c_str(), stderr);
        std::fflush(stderr);
        return;
    }
    auto const tenths = tenths_of(before_ + advance.done, runs_);
    if (tenths <= tenths_) return;
    tenths_ = tenths;
    say(settings_, line(advance));
}

} // namespace canopy::app
