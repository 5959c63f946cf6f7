#include "sim/base/error.hpp"
#include "sim/study/pace.hpp"
#include "sim/study/results.hpp"
#include "sim/study/shard_folder.hpp"

#include <cmath>
#include <fstream>

#include "tests/unit/io/scratch_folder.hpp"
#include <catch2/catch.hpp>

namespace canopy::study {

namespace {

Shard three_runs() {
    return {
        .program = "p",
        .core = "c",
        .rows = "r",
        .first = 6,
        .runs = {
            {RunStatus::ok, 1, "", {1.5, -2.0}},
            {RunStatus::crash, 3, "its process was killed", {}},
            {RunStatus::ok, 2, "", {0.0, std::nan("")}}}};
}

} // namespace

TEST_CASE("a shard gives back what was put into it", "[unit]") {
    io::ScratchFolder const scratch;
    auto const file = scratch / "shard.h5";
    write_shard(file, three_runs(), 2);
    auto const read = read_shard(file);
    CHECK(read.program == "p");
    CHECK(read.first == 6);
    REQUIRE(read.runs.size() == 3);
    CHECK(read.runs[0].values == std::vector<double>{1.5, -2.0});
    CHECK(read.runs[1].status == RunStatus::crash);
    CHECK(read.runs[1].attempts == 3);
    CHECK(read.runs[1].message == "its process was killed");
    CHECK(read.runs[1].values.empty());
    CHECK(std::isnan(read.runs[2].values[1]));
    CHECK(read.failed() == 1);
}

TEST_CASE(
    "the names of shards tell which chunks are whole and which have failures",
    "[unit]") {
    io::ScratchFolder const scratch;
    ShardFolder const folder{scratch / "study"};
    folder.publish(2, three_runs(), 2);
    auto sound = three_runs();
    sound.runs.erase(sound.runs.begin() + 1);
    folder.publish(0, sound, 2);
    auto const state = folder.state(4);
    CHECK(state.whole == std::vector<bool>{true, false, true, false});
    CHECK(state.marked == std::vector<ChunkNumber>{2});
}

TEST_CASE(
    "reopening a chunk keeps its sound runs and forgets the failed one", "[unit]") {
    io::ScratchFolder const scratch;
    ShardFolder const folder{scratch / "study"};
    folder.publish(2, three_runs(), 2);
    folder.reopen(2, 2);
    CHECK_FALSE(folder.has(2));
    auto const left = folder.left_of(2);
    REQUIRE(left);
    CHECK(left->runs[0].values == std::vector<double>{1.5, -2.0});
    CHECK(left->runs[1].status == RunStatus::missing);
    CHECK(left->runs[1].attempts == 3);
}

TEST_CASE("a half-written rest of a stopped chunk is left aside", "[unit]") {
    io::ScratchFolder const scratch;
    ShardFolder const folder{scratch / "study"};
    folder.publish(0, three_runs(), 2);
    std::ofstream{folder.begun(1)} << "torn";
    CHECK_FALSE(folder.left_of(1));
    CHECK_THROWS_AS(read_shard(folder.begun(1)), OutputError);
}

TEST_CASE(
    "the digest of results knows runs, statuses and values, not attempts", "[unit]") {
    auto const digest = [](RunNumber run, RunRecord const& record) {
        ResultsDigest one;
        one.add(run, record);
        return one.hexadecimal();
    };
    RunRecord const ok{RunStatus::ok, 1, "", {1.0}};
    CHECK(digest(1, ok) == digest(1, {RunStatus::ok, 7, "again", {1.0}}));
    CHECK(digest(1, ok) != digest(2, ok));
    CHECK(digest(1, ok) != digest(1, {RunStatus::ok, 1, "", {1.0 + 1e-15}}));
    CHECK(digest(1, ok) != digest(1, {RunStatus::timeout, 1, "", {}}));
}

TEST_CASE(
    "chunks take tens of seconds, but leave enough of them for all workers", "[unit]") {
    CHECK(
        chunk_size(1'000'000, 0.02) == 1000); // 1,500 would be 30 s; 1,000 is the most
    CHECK(chunk_size(10'000, 1.0) == 30);     // 30 s
    CHECK(chunk_size(10'000, 100.0) == 1);    // a run is a chunk
    CHECK(chunk_size(64, 0.01) == 2);         // 32 chunks
    CHECK(chunk_size(1'000'000, 60.0) == 50); // no more than 20,000 files
    Chunks const chunks{10, 4};
    CHECK(chunks.count() == 3);
    CHECK(chunks.first(2) == 8);
    CHECK(chunks.last(2) == 10);
    CHECK(chunks.of(7) == 1);
}

} // namespace canopy::study
