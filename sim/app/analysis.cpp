#include "sim/app/analysis.hpp"

#include "sim/app/refusal.hpp"
#include "sim/app/stop_signal.hpp"
#include "sim/model/run.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

constexpr auto* python =
    "/usr/bin/python3"; ///< the distribution's, which has the packages

/// Folder that holds the package `canopy_analysis`.
fs::path analysis_folder() {
    auto const* chosen = std::getenv("CANOPY_ANALYSIS");
    auto folder = chosen != nullptr && *chosen != '\0'
                      ? fs::path{chosen}
                      : fs::path{CANOPY_SOURCE_DIR} / "analysis";
    if (fs::is_regular_file(folder / "canopy_analysis" / "__main__.py")) return folder;
    throw PlaceError{
        {"the analysis is not in " + folder.string()
             + " (tables and figures are made in Python); name its folder in "
               "CANOPY_ANALYSIS",
         folder.string()
             + " 中没有分析程序（图表由 Python 生成）；请在环境变量 CANOPY_ANALYSIS "
               "中写明其文件夹"}};
}

[[noreturn]] void
become(std::vector<std::string>& words, fs::path const& folder, Printing printing) {
    if (printing == Printing::dropped) {
        auto const nowhere =
            open("/dev/null", O_WRONLY | O_CLOEXEC); // NOLINT(*-vararg)
        dup2(nowhere, STDOUT_FILENO);
    }
    setenv("PYTHONPATH", folder.c_str(), 1);
    setenv("PYTHONDONTWRITEBYTECODE", "1", 1);
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(python, arguments.data());
    _exit(127);
}

/// Waits for a child; a signal to stop is passed on to it.
int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return 127 << 8;
        if (StopSignal::received()) kill(child, SIGTERM);
    }
    return status;
}

} // namespace

int run_analysis(
    std::vector<std::string> arguments, Settings const& settings, Printing printing) {
    auto const folder = analysis_folder();
    std::vector<std::string> words{python, "-m", "canopy_analysis"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.insert(
        words.end(), {"--lang", settings.language == Language::zh ? "zh" : "en"});
    if (settings.json) words.emplace_back("--json");
    if (settings.quiet) words.emplace_back("--quiet");
    finish_output();
    StopSignal const signal;
    auto const child = fork();
    if (child == 0) become(words, folder, printing);
    auto const status = child < 0 ? 127 << 8 : wait_for(child);
    if (StopSignal::received() || WIFSIGNALED(status)) throw Interrupted{};
    if (WEXITSTATUS(status) == 127) {
        throw PlaceError{
            {std::string{python} + " cannot be started; install python3",
             std::string{"无法启动 "} + python + "；请安装 python3"}};
    }
    return WEXITSTATUS(status);
}

} // namespace canopy::app
