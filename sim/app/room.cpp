#include "sim/app/room.hpp"

#include "sim/app/figures.hpp"
#include "sim/app/refusal.hpp"
#include "sim/base/written.hpp"
#include "sim/model/common_months.hpp"
#include "sim/model/run.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>

#include <unistd.h>

namespace canopy::app {

namespace {
namespace fs = std::filesystem;

constexpr std::uint64_t kept_start_bytes = 900; ///< for each enterprise
constexpr std::uint64_t waiting_file = 20'000'000; ///< HDF5's own, as measured [bytes]

std::optional<std::uint64_t> number_in(fs::path const& file) {
    std::ifstream stream{file};
    std::uint64_t value = 0;
    if (stream >> value) return value;
    return std::nullopt;
}

/// Memory that may be taken: what the kernel says, within the limit of a container.
std::uint64_t free_memory() {
    auto room = std::numeric_limits<std::uint64_t>::max();
    std::ifstream meminfo{"/proc/meminfo"};
    std::string word;
    while (meminfo >> word) {
        std::uint64_t kilobytes = 0;
        if (word == "MemAvailable:" && meminfo >> kilobytes) room = kilobytes * 1024;
    }
    fs::path const group{"/sys/fs/cgroup"};
    auto const most = number_in(group / "memory.max");
    auto const taken = number_in(group / "memory.current");
    if (most && taken) room = std::min(room, *most > *taken ? *most - *taken : 0);
    return room;
}

fs::path nearest_folder(fs::path path) {
    std::error_code error;
    path = fs::absolute(path, error);
    while (!fs::exists(path, error) && path.has_relative_path())
        path = path.parent_path();
    return path;
}

void require_writable(fs::path const& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && access(folder.c_str(), W_OK) != 0) {
        error = std::error_code{errno, std::generic_category()};
    }
    if (!error) return;
    throw PlaceError{
        {"cannot write in " + folder.string() + " (" + error.message()
             + "); choose another place with --out",
         "无法写入 " + folder.string() + "（" + error.message()
             + "）；请用 --out 另选位置"}};
}

/// A scale at which it would fit, in one digit.
std::string fitting_scale(Scenario const& scenario, double share) {
    auto const scale = scenario.world.scale * share;
    auto const digit = std::pow(10.0, std::floor(std::log10(scale)));
    return written(std::max(1e-4, std::floor(scale / digit) * digit));
}

Job const& largest(std::vector<Job> const& jobs) {
    return *std::max_element(jobs.begin(), jobs.end(), [](Job const& a, Job const& b) {
        return size_of_run(*a.scenario, false).memory
               < size_of_run(*b.scenario, false).memory;
    });
}

void require_memory(std::vector<Job> const& jobs, std::uint64_t needed) {
    auto const room = free_memory();
    if (room >= needed) return;
    auto const& scenario = *largest(jobs).scenario;
    auto const firms =
        grouped(static_cast<std::int64_t>(size_of_run(scenario, false).firms));
    auto const scale = fitting_scale(
        scenario, 0.9 * static_cast<double>(room) / static_cast<double>(needed));
    throw PlaceError{
        {scenario.name + " needs about " + bytes_text(needed) + " of memory for "
             + firms + " enterprises (" + bytes_text(room) + " are free); try --scale "
             + scale,
         scenario.name + " 约需内存 " + bytes_text(needed) + "（" + firms
             + " 家企业），现有 " + bytes_text(room) + "；可试 --scale " + scale}};
}

void require_disk(fs::path const& out, std::uint64_t needed) {
    std::error_code error;
    auto const folder = nearest_folder(out);
    auto const space = fs::space(folder, error);
    if (error || space.available >= needed) return;
    throw PlaceError{
        {"the results need about " + bytes_text(needed) + " in " + folder.string()
             + " (" + bytes_text(space.available)
             + " are free); free some space or choose another place with --out",
         "结果约需磁盘 " + bytes_text(needed) + "，" + folder.string() + " 现有 "
             + bytes_text(space.available) + "；请腾出空间或用 --out 另选位置"}};
}

/// What runs of one seed wait with while the first one makes their months: moments at
/// which they leave it, and their files.
std::uint64_t kept_for_others(std::vector<Job> const& jobs, std::uint64_t moment) {
    std::set<int> months;
    std::uint64_t files = 0;
    auto const& first = jobs.front();
    for (auto const& job : jobs) {
        if (!of_one_seed(first, job) || job.scenario == first.scenario) continue;
        auto const shared = months_in_common(*first.scenario, *job.scenario);
        if (shared == 0) continue;
        months.insert(shared);
        files += waiting_file;
    }
    return moment * months.size() + files;
}

} // namespace

Room room_of(std::vector<Job> const& jobs) {
    std::map<std::pair<Scenario const*, bool>, RunSize> sizes;
    std::map<std::tuple<fs::path, std::uint64_t>, std::uint64_t> starts;
    std::uint64_t moment = 0;
    Room room;
    for (auto const& job : jobs) {
        auto const key = std::pair{job.scenario, job.first_of_scenario};
        auto const known = sizes.find(key);
        auto const size = known != sizes.end()
                              ? known->second
                              : size_of_run(*job.scenario, job.first_of_scenario);
        sizes.emplace(key, size);
        room.memory = std::max(room.memory, size.memory);
        moment = std::max(moment, size.moment);
        room.disk += size.disk;
        auto& start = starts[{job.out, job.seed}];
        start = std::max(start, kept_start_bytes * size.firms);
    }
    room.memory += kept_for_others(jobs, moment);
    for (auto const& start : starts)
        room.disk += start.second;
    return room;
}

void require_room(std::vector<Job> const& jobs, Settings const& settings) {
    auto const room = room_of(jobs);
    auto const runs = std::to_string(jobs.size());
    say(settings,
        {runs + (jobs.size() == 1 ? " run" : " runs") + ", about "
             + bytes_text(room.memory) + " of memory and " + bytes_text(room.disk)
             + " of disk",
         "共 " + runs + " 次运行，约需内存 " + bytes_text(room.memory) + "、磁盘 "
             + bytes_text(room.disk)});
    require_memory(jobs, room.memory);
    require_disk(jobs.front().out, room.disk);
    std::set<fs::path> folders;
    for (auto const& job : jobs)
        folders.insert(job.out / job.scenario->name);
    for (auto const& folder : folders)
        require_writable(folder);
}

} // namespace canopy::app
