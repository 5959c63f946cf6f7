#pragma once

#include "sim/study/chunk.hpp"
#include "sim/study/run_record.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace canopy::study {

/// The results of a chunk.
struct Shard {
    std::string program; ///< SHA-256 of the program that made them
    std::string core;    ///< of the plan
    std::string rows;    ///< SHA-256 of the points' lines in design.csv
    RunNumber first = 0;
    std::vector<RunRecord> runs;

    [[nodiscard]] std::int64_t count(RunStatus status) const;
    [[nodiscard]] std::int64_t failed() const;
};

/// Writes a shard under another name, then gives it its own.
void write_shard(
    std::filesystem::path const& file, Shard const& shard, std::size_t width);

/// Reads a shard. Throws OutputError if it is damaged or its checksum is wrong.
[[nodiscard]] Shard read_shard(std::filesystem::path const& file);

/// Number of runs and of failed ones, without the results.
struct ShardCounts {
    std::int64_t runs = 0;
    std::int64_t failed = 0;
};

[[nodiscard]] ShardCounts read_counts(std::filesystem::path const& file);

} // namespace canopy::study
