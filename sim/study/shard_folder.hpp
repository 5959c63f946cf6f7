#pragma once

#include "sim/study/chunk.hpp"
#include "sim/study/shard.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace canopy::study {

/// `shards/` of a study's folder: a file for every whole chunk, one for what a stopped
/// task had done of another, and an empty mark beside a chunk with failed runs. Names
/// say everything that the state of a study is: there is no other record of it.
class ShardFolder {
  public:
    explicit ShardFolder(std::filesystem::path const& study_folder);

    [[nodiscard]] std::filesystem::path whole(ChunkNumber chunk) const;
    [[nodiscard]] std::filesystem::path begun(ChunkNumber chunk) const;
    [[nodiscard]] std::filesystem::path mark(ChunkNumber chunk) const;

    [[nodiscard]] bool has(ChunkNumber chunk) const;

    /// Publishes a chunk that is done; a mark goes with one that has failed runs.
    void publish(ChunkNumber chunk, Shard const& shard, std::size_t width) const;

    /// What a stopped task left of a chunk, if it can be used.
    [[nodiscard]] std::optional<Shard> left_of(ChunkNumber chunk) const;

    /// Which chunks are whole, and which of them are marked.
    struct State {
        std::vector<bool> whole;
        std::vector<ChunkNumber> marked;
        ChunkNumber n_whole = 0;
    };

    [[nodiscard]] State state(ChunkNumber chunks) const;

    /// Makes the failed runs of a whole chunk missing again.
    void reopen(ChunkNumber chunk, std::size_t width) const;

    /// Removes what killed writers left, once nobody writes any more.
    void sweep() const;

  private:
    std::filesystem::path folder_;
};

} // namespace canopy::study
