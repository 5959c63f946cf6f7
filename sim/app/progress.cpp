#include "sim/app/progress.hpp"

#include "sim/app/figures.hpp"

#include <algorithm>
#include <cstdio>

#include <spdlog/fmt/fmt.h>
#include <unistd.h>

namespace canopy::app {

namespace {

constexpr double start_share = 0.2; ///< of a run's time, for growing its start
constexpr std::chrono::milliseconds between_lines{100};

double seconds_between(auto from, auto to) {
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

Progress::Progress(std::size_t runs, Settings const& settings)
    : settings_{settings}
    , terminal_{isatty(STDERR_FILENO) != 0}
    , runs_{runs} {}

Progress::~Progress() {
    clear();
}

void Progress::clear() const {
    if (terminal_ && !settings_.quiet) std::fputs("\r\033[K", stderr);
}

void Progress::begin(Job const& job) {
    label_ = job.label;
    seed_ = job.seed;
    first_month_ = Clock::now();
}

void Progress::end() {
    ++finished_;
    clear();
}

double Progress::seconds() const {
    return seconds_between(began_, Clock::now());
}

double Progress::done(RunProgress const& run) const {
    auto const part = static_cast<double>(run.done) / std::max(1, run.all);
    auto const within =
        run.starting ? start_share * part : start_share + (1.0 - start_share) * part;
    return (static_cast<double>(finished_) + within) / static_cast<double>(runs_);
}

Words Progress::line(RunProgress const& run) const {
    auto const share = done(run);
    auto const left = share > 0.0 ? seconds() * (1.0 - share) / share : 0.0;
    auto const of_all = fmt::format("{}/{}", finished_ + 1, runs_);
    auto const where = run.starting
                           ? Words{"growing the start", "生成期初"}
                           : Words{Month{run.done}.text(), Month{run.done}.text()};
    auto const firms = grouped(run.firms);
    auto const seconds_run =
        std::max(1e-3, seconds_between(first_month_, Clock::now()));
    auto const pace = run.firm_months / seconds_run / 1e6;
    auto const speed = run.starting ? Words{}
                                    : Words{
                                        fmt::format("{:.2f} M firm-months/s  ", pace),
                                        fmt::format("每秒 {:.2f} 百万企业月  ", pace)};
    return {
        fmt::format(
            "{:3.0f} %  {} seed {} ({})  {}  {} enterprises  {}{} left",
            100.0 * share,
            label_,
            seed_,
            of_all,
            where.en,
            firms,
            speed.en,
            clock_text(left)),
        fmt::format(
            "{:3.0f} %  {} 种子 {}（{}） {}  {} 家  {}剩余 {}",
            100.0 * share,
            label_,
            seed_,
            of_all,
            where.zh,
            firms,
            speed.zh,
            clock_text(left))};
}

void Progress::show(RunProgress const& run) {
    auto const now = Clock::now();
    if (run.starting) first_month_ = now;
    if (settings_.quiet) return;
    if (terminal_) {
        if (now - shown_ < between_lines) return;
        shown_ = now;
        auto const text = "\r\033[K" + line(run).in(settings_.language);
        std::fputs(text.c_str(), stderr);
        std::fflush(stderr);
        return;
    }
    auto const tenths = static_cast<int>(10.0 * done(run) + 1e-9);
    if (tenths <= tenths_) return;
    tenths_ = tenths;
    say(settings_, line(run));
}

} // namespace canopy::app
