#include "sim/app/run_folder.hpp"

#include "sim/app/refusal.hpp"
#include "sim/io/hdf5_file.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <sstream>
#include <system_error>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

std::optional<std::uint64_t> seed_of(std::string const& name) {
    constexpr std::string_view lead = "seed-";
    constexpr std::string_view ending = ".h5";
    if (!name.starts_with(lead) || !name.ends_with(ending)) return std::nullopt;
    auto const* first = name.data() + lead.size();
    auto const* last = name.data() + name.size() - ending.size();
    std::uint64_t seed = 0;
    auto const [end, error] = std::from_chars(first, last, seed);
    if (error != std::errc{} || end != last) return std::nullopt;
    return seed;
}

/// The options `--set` that follow the scenario as it was given.
std::vector<std::string> overrides_in(std::string const& text) {
    constexpr std::string_view lead = "# --set ";
    std::vector<std::string> overrides;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(lead)) overrides.push_back(line.substr(lead.size()));
    return overrides;
}

double seconds_of(io::Hdf5Group const& root) {
    auto const timing = root.group("timing");
    double sum = 0.0;
    for (auto const& name : timing.names()) {
        if (name == "month") continue;
        auto const seconds = timing.read<double>(name);
        sum += std::accumulate(seconds.begin(), seconds.end(), 0.0);
    }
    return sum;
}

void read_first(fs::path const& file, RunFolder& runs) {
    auto const opened = io::Hdf5File::open(file);
    auto const root = opened.root();
    runs.name = root.text("scenario");
    runs.overrides = overrides_in(root.read_texts("scenario/as_given").front());
    runs.scenario_sha256 = root.read_texts("scenario/sha256").front();
    runs.seconds = seconds_of(root);
}

} // namespace

RunFolder read_run_folder(fs::path const& folder) {
    RunFolder runs;
    runs.path = folder;
    fs::path first;
    std::error_code error;
    for (auto entry = fs::directory_iterator{folder, error};
         !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        auto const seed = seed_of(entry->path().filename().string());
        if (!seed) continue;
        runs.seeds.push_back(*seed);
        if (first.empty() || entry->path() < first) first = entry->path();
    }
    if (first.empty()) {
        throw UsageError{
            {folder.string() + " holds no run files; make them with canopy run",
             folder.string() + " 中没有运行文件；请先用 canopy run 运行"}};
    }
    std::sort(runs.seeds.begin(), runs.seeds.end());
    read_first(first, runs);
    return runs;
}

} // namespace canopy::app
