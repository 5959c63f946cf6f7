#include "sim/study/shard_folder.hpp"

#include "sim/base/error.hpp"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <string>
#include <system_error>

namespace canopy::study {

namespace {
namespace fs = std::filesystem;

constexpr std::string_view lead = "chunk-";
constexpr std::string_view whole_ending = ".h5";
constexpr std::string_view begun_ending = ".begun";
constexpr std::string_view mark_ending = ".failed";

std::string name_of(ChunkNumber chunk, std::string_view ending) {
    auto digits = std::to_string(chunk);
    constexpr std::size_t width = 7;
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return std::string{lead} + digits + std::string{ending};
}

/// The chunk of a name with an ending, else nothing.
std::optional<ChunkNumber> chunk_of(std::string_view name, std::string_view ending) {
    if (!name.starts_with(lead) || !name.ends_with(ending)) return std::nullopt;
    name.remove_prefix(lead.size());
    name.remove_suffix(ending.size());
    ChunkNumber chunk = 0;
    auto const [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), chunk);
    if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return chunk;
}

} // namespace

ShardFolder::ShardFolder(fs::path const& study_folder)
    : folder_{study_folder / "shards"} {}

fs::path ShardFolder::whole(ChunkNumber chunk) const {
    return folder_ / name_of(chunk, whole_ending);
}

fs::path ShardFolder::begun(ChunkNumber chunk) const {
    return folder_ / name_of(chunk, begun_ending);
}

fs::path ShardFolder::mark(ChunkNumber chunk) const {
    return folder_ / name_of(chunk, mark_ending);
}

bool ShardFolder::has(ChunkNumber chunk) const {
    std::error_code error;
    return fs::exists(whole(chunk), error);
}

void ShardFolder::publish(
    ChunkNumber chunk, Shard const& shard, std::size_t width) const {
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
    // The mark stands before the shard does, and goes after it.
    if (shard.failed() > 0) std::ofstream{mark(chunk)}.close();
    write_shard(whole(chunk), shard, width);
    if (shard.failed() == 0) fs::remove(mark(chunk), ignored);
    fs::remove(begun(chunk), ignored);
}

std::optional<Shard> ShardFolder::left_of(ChunkNumber chunk) const {
    std::error_code error;
    if (!fs::exists(begun(chunk), error)) return std::nullopt;
    try {
        return read_shard(begun(chunk));
    } catch (OutputError const&) { // it only saved time
        return std::nullopt;
    }
}

ShardFolder::State ShardFolder::state(ChunkNumber chunks) const {
    State state;
    state.whole.assign(static_cast<std::size_t>(chunks), false);
    std::error_code error;
    for (auto entry = fs::directory_iterator{folder_, error};
         !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        auto const name = entry->path().filename().string();
        if (auto const chunk = chunk_of(name, whole_ending); chunk && *chunk < chunks) {
            state.whole[static_cast<std::size_t>(*chunk)] = true;
            ++state.n_whole;
        } else if (auto const marked = chunk_of(name, mark_ending); marked) {
            state.marked.push_back(*marked);
        }
    }
    std::erase_if(state.marked, [&](ChunkNumber chunk) {
        return chunk >= chunks || !state.whole[static_cast<std::size_t>(chunk)];
    });
    return state;
}

void ShardFolder::reopen(ChunkNumber chunk, std::size_t width) const {
    auto shard = read_shard(whole(chunk));
    for (auto& run : shard.runs)
        if (failed(run.status)) run = {.attempts = run.attempts};
    write_shard(begun(chunk), shard, width);
    fs::remove(whole(chunk));
    fs::remove(mark(chunk));
}

void ShardFolder::sweep() const {
    std::error_code error;
    for (auto entry = fs::directory_iterator{folder_, error};
         !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() == ".part") fs::remove(entry->path(), ignored);
    }
}

} // namespace canopy::study
