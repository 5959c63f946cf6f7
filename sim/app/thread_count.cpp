#include "sim/app/thread_count.hpp"

#include "sim/app/refusal.hpp"

namespace canopy::app {

void add_threads(CommandLine& line, CLI::App& command, int& threads) {
    command
        .add_option(
            "--threads",
            threads,
            line.text(
                {"default all; results are the same for any number",
                 "线程数，默认全部；结果与线程数无关"}))
        ->type_name("N");
}

void require_threads(int threads) {
    constexpr int most_threads = 1024;
    if (threads >= 0 && threads <= most_threads) return;
    auto const text = std::to_string(threads);
    throw UsageError{
        {"--threads " + text + " is not between 1 and 1024 (leave it out for all)",
         "--threads " + text + " 不在 1 与 1024 之间（不写则用全部）"}};
}

} // namespace canopy::app
