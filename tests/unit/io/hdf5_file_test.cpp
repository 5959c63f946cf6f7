#include "sim/base/error.hpp"
#include "sim/io/deflate.hpp"
#include "sim/io/hdf5_file.hpp"

#include <cmath>

#include "scratch_folder.hpp"
#include <catch2/catch.hpp>

namespace canopy::io {

TEST_CASE("numbers and texts written to a file are read back", "[unit]") {
    ScratchFolder const folder;
    {
        auto file = Hdf5File::create(folder / "a.h5");
        auto root = file.root();
        root.set_attribute("title", "株洲");
        root.set_attribute("seed", std::vector<std::uint64_t>{~std::uint64_t{0}});
        auto group = root.create_group("snapshot/2023-01");
        auto grid = group.create("grid", {.type = ColumnType::i64, .extent = {2, 3}});
        grid.write({0, 0}, {2, 3}, std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
        group.create_texts("place", {"hexi", "河西"});
        file.close();
    }
    auto const file = Hdf5File::open(folder / "a.h5");
    auto const root = file.root();
    CHECK(root.text("title") == "株洲");
    CHECK(root.number<std::uint64_t>("seed") == ~std::uint64_t{0});
    CHECK(root.extent("snapshot/2023-01/grid") == Shape{2, 3});
    CHECK(
        root.read<double>("snapshot/2023-01/grid")
        == std::vector<double>{1, 2, 3, 4, 5, 6});
    CHECK(
        root.read_texts("snapshot/2023-01/place")
        == std::vector<std::string>{"hexi", "河西"});
}

TEST_CASE("names come in the order in which they were made", "[unit]") {
    ScratchFolder const folder;
    auto file = Hdf5File::create(folder / "a.h5");
    auto root = file.root();
    for (auto const* name : {"wages", "rent", "energy"})
        root.create_text(name, "");
    CHECK(root.names() == std::vector<std::string>{"wages", "rent", "energy"});
    CHECK(root.has("rent"));
    CHECK_FALSE(root.has("no/such/place"));
}

TEST_CASE("what was never written is missing, not zero", "[unit]") {
    ScratchFolder const folder;
    auto file = Hdf5File::create(folder / "a.h5");
    auto root = file.root();
    auto growing = [&](std::string const& name, ColumnType type) {
        auto made = root.create(
            name,
            {.type = type,
             .extent = {0},
             .limit = {unlimited},
             .chunk = {4},
             .storage = Storage::chunked});
        made.extend({1});
    };
    growing("f32", ColumnType::f32);
    growing("f64", ColumnType::f64);
    growing("i8", ColumnType::i8);
    growing("i64", ColumnType::i64);
    CHECK(std::isnan(root.read<float>("f32")[0]));
    CHECK(std::isnan(root.read<double>("f64")[0]));
    CHECK(root.read<std::int8_t>("i8")[0] == -1);
    CHECK(root.read<std::int64_t>("i64")[0] == -1);
}

TEST_CASE("a chunk compressed by us is read by the library", "[unit]") {
    ScratchFolder const folder;
    auto file = Hdf5File::create(folder / "a.h5");
    auto root = file.root();
    auto made = root.create(
        "amount",
        {.type = ColumnType::i32,
         .extent = {1000},
         .limit = {unlimited},
         .chunk = {1000},
         .storage = Storage::deflated});
    std::vector<std::int32_t> amounts(1000);
    for (int row = 0; row < 1000; ++row)
        amounts[static_cast<std::size_t>(row)] = row * row - 5000;
    made.write_chunk({0}, shuffle_and_deflate(ColumnView{amounts}.bytes(), 4));
    CHECK(root.read<std::int32_t>("amount") == amounts);
}

TEST_CASE("a failure names the file, the reason and a remedy", "[unit]") {
    ScratchFolder const folder;
    auto const message = [](auto const& action) -> std::string {
        try {
            action();
        } catch (OutputError const& error) {
            return error.what();
        }
        return "nothing happened";
    };
    auto const missing =
        message([&] { static_cast<void>(Hdf5File::open(folder / "missing.h5")); });
    CHECK_THAT(missing, Catch::Contains("missing.h5"));
    CHECK_THAT(missing, Catch::Contains("No such file or directory"));
    CHECK_THAT(missing, Catch::Contains("check the path"));

    Hdf5File::create(folder / "b.h5").close();
    CHECK_THAT(
        message([&] { static_cast<void>(Hdf5File::create(folder / "b.h5")); }),
        Catch::Contains("b.h5") && Catch::Contains("choose another place"));

    auto file = Hdf5File::create(folder / "a.h5");
    auto root = file.root();
    CHECK_THAT(
        message([&] { static_cast<void>(root.read<double>("kpi/none")); }),
        Catch::Contains("kpi/none") && Catch::Contains("a.h5"));
}

} // namespace canopy::io
