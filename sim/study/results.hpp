#pragma once

#include "sim/model/digest.hpp"
#include "sim/study/shard_folder.hpp"

#include <array>
#include <functional>
#include <string>

namespace canopy::study {

/// Digest of all results in the order of runs: it knows nothing of chunks, workers,
/// attempts or times.
class ResultsDigest {
  public:
    void add(RunNumber run, RunRecord const& record);

    [[nodiscard]] std::string hexadecimal() { return digest_.hexadecimal(); }

  private:
    Sha256 digest_;
};

/// How many runs ended how.
struct RunCounts {
    std::array<RunNumber, status_names.size()> of{};

    [[nodiscard]] RunNumber count(RunStatus status) const {
        return of[static_cast<std::size_t>(status)];
    }

    [[nodiscard]] RunNumber failed() const;
    [[nodiscard]] RunNumber all() const;
};

/// Gives every run in order, missing ones too, shard by shard. Throws OutputError if a
/// shard is damaged or belongs to another plan or program.
void for_each_run(
    Plan const& plan,
    Chunks const& chunks,
    std::function<void(RunNumber, RunRecord const&)> const& see);

} // namespace canopy::study
