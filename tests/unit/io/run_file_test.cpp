#include "sim/base/error.hpp"
#include "sim/base/parallel.hpp"
#include "sim/io/hdf5_file.hpp"
#include "sim/io/output_space.hpp"
#include "sim/io/run_file.hpp"

#include <cmath>
#include <optional>

#include "scratch_folder.hpp"
#include <catch2/catch.hpp>
#include <sys/resource.h>

namespace canopy::io {

namespace {
RunLayout small_layout() {
    return {
        .axes =
            {{"place", {"hexi", "tianxin"}, {"河西", "田心"}},
             {"action", {"digital"}, {"数字化"}}},
        .kpis =
            {{"entities", "1", "enterprises", "企业数", ""},
             {"entities", "1", "enterprises", "企业数", "place"}},
        .panel =
            {{"place", "1", "place", "所在地", ColumnType::i8, {"hexi", "tianxin"}},
             {"price", "yuan", "price", "价格", ColumnType::f32}},
        .transactions =
            {"transaction", {"wages", "rent", "tax"}, {"工资", "租金", "税"}},
        .accounts = {"account", {"firms", "households"}, {"企业", "居民"}},
        .checks =
            {{"money_firms", "fen", "money of firms", "企业资金", ""},
             {"goods_sold", "1", "goods sold", "货物", ""}},
        .timing = {"relocation"}};
}

RunFile small_run(std::filesystem::path const& path) {
    return {path, {.scenario = "tiny", .title_zh = "小", .seed = 7}, small_layout()};
}

/// A month of a made-up zone: firm 10 always, firm 20 in odd months.
void append(RunFile& run, int month, std::size_t n_events = 1) {
    std::vector<double> const kpi{month * 1.0, month + 0.25, month + 0.5};
    std::vector<std::int64_t> ids{10};
    std::vector<float> panel{0.0F, 1.5F};
    if (month % 2 == 1) {
        ids = {20, 10};
        panel = {1.0F, 0.0F, 2.5F, 1.5F};
    }
    std::vector<Event> events(n_events);
    for (std::size_t number = 0; number < n_events; ++number) {
        events[number].month = month;
        events[number].kind = EventKind::adoption;
        events[number].firm = static_cast<std::int64_t>(number);
        events[number].action = 0;
    }
    std::vector<std::int64_t> const flows{-month, month, 0, 0, 1, -1};
    run.append(
        {.month = Month{month},
         .state_hash = 0x0123456789abcdefULL,
         .kpi = kpi,
         .panel_ids = ids,
         .panel = panel,
         .events = events,
         .flows = flows,
         .checks = std::vector<double>{0.0, 0.0},
         .timing = std::vector<double>{0.001}});
}

/// Results of a whole run, by name, as numbers.
std::vector<std::pair<std::string, std::vector<double>>>
results(std::filesystem::path const& path) {
    auto const file = Hdf5File::open(path);
    auto const root = file.root();
    std::vector<std::pair<std::string, std::vector<double>>> found;
    for (std::string const name :
         {"kpi/month",
          "kpi/entities",
          "kpi/entities_by_place",
          "kpi/state_hash",
          "panel/firm",
          "panel/place",
          "event/month",
          "event/firm",
          "account/flow",
          "check/goods_sold"}) {
        found.emplace_back(name, root.read<double>(name));
    }
    return found;
}
} // namespace

TEST_CASE("a finished run lies under its own name with what was recorded", "[unit]") {
    ScratchFolder const folder;
    auto run = small_run(folder / "deep/seed-0001.h5");
    for (int month = 1; month <= 14; ++month)
        append(run, month);
    CHECK_FALSE(std::filesystem::exists(folder / "deep/seed-0001.h5"));
    run.finish();
    CHECK_FALSE(std::filesystem::exists(folder / "deep/seed-0001.h5.part"));

    auto const file = Hdf5File::open(folder / "deep/seed-0001.h5");
    auto const root = file.root();
    CHECK(root.text("filetype") == "canopy-run");
    CHECK(root.text("title_zh") == "小");
    CHECK(root.text("state_hash") == "0123456789abcdef");
    CHECK(root.number<std::uint64_t>("seed") == 7);
    CHECK(root.number<int>("committed_months") == 14);
    auto const months = root.read<int>("kpi/month");
    CHECK(months.size() == 14);
    CHECK(months[0] == 31); // January 2023, counted from 1 December 2022
    CHECK(months[2] == 90); // March: 31 + 31 + 28
    CHECK(root.read<double>("kpi/entities")[13] == 14.0);
    CHECK(root.extent("kpi/entities_by_place") == Shape{14, 2});
    CHECK(root.read<double>("kpi/entities_by_place")[27] == 14.5);
    CHECK(root.read_texts("kpi/place_zh") == std::vector<std::string>{"河西", "田心"});
    CHECK(root.dataset("kpi/entities").text("long_name_zh") == "企业数");
    CHECK(root.dataset("kpi/month").text("units") == "days since 2022-12-01");
    CHECK(root.extent("account/flow") == Shape{14, 3, 2});
    CHECK(root.read<std::int64_t>("account/flow")[6] == -2);
    CHECK(root.read<int>("kpi/state_hash")[1] == static_cast<int>(0x89abcdefU));
}

TEST_CASE("a firm of the panel is missing in months when it is not there", "[unit]") {
    ScratchFolder const folder;
    auto run = small_run(folder / "run.h5");
    append(run, 1);
    append(run, 2);
    run.finish();
    auto const file = Hdf5File::open(folder / "run.h5");
    auto const root = file.root();
    CHECK(root.read<std::int64_t>("panel/firm") == std::vector<std::int64_t>{20, 10});
    CHECK(root.read<int>("panel/place") == std::vector<int>{1, 0, -1, 0});
    auto const price = root.read<float>("panel/price"); // [month × firm]
    CHECK(price[0] == 2.5F);
    CHECK(price[1] == 1.5F);
    CHECK(std::isnan(price[2]));
    CHECK(price[3] == 1.5F);
}

TEST_CASE("a run that is given up leaves nothing", "[unit]") {
    ScratchFolder const folder;
    {
        auto run = small_run(folder / "run.h5");
        append(run, 1);
        CHECK_FALSE(folder.empty());
    }
    CHECK(folder.empty());
}

TEST_CASE("an unfinished run can be read up to its committed months", "[unit]") {
    ScratchFolder const folder;
    auto run = small_run(folder / "run.h5");
    for (int month = 1; month <= 14; ++month)
        append(run, month);
    std::filesystem::copy_file(
        folder / "run.h5.part", folder / "copy.h5"); // as if killed
    auto const file = Hdf5File::open(folder / "copy.h5");
    auto const root = file.root();
    CHECK(root.number<int>("committed_months") == 12);
    CHECK(root.extent("kpi/entities") == Shape{12});
    CHECK(root.extent("panel/price") == Shape{12, 2});
    CHECK(root.extent("event/firm") == Shape{12});
    CHECK_FALSE(root.has_attribute("state_hash"));
}

TEST_CASE("commits and threads change nothing in the results", "[unit]") {
    ScratchFolder const folder;
    constexpr std::size_t n_events =
        9000; // several chunks, none of them whole at a commit
    auto const record = [&](std::string const& name, int threads, int commit_every) {
        ThreadLimit const limit{threads};
        auto run = small_run(folder / name);
        for (int month = 1; month <= 27; ++month) {
            append(run, month, n_events);
            if (month % commit_every == 0) run.commit();
        }
        run.finish();
    };
    record("yearly.h5", 1, 12);
    record("threads.h5", 2, 12);
    record("often.h5", 1, 5);
    auto const yearly = results(folder / "yearly.h5");
    CHECK(yearly == results(folder / "threads.h5"));
    CHECK(yearly == results(folder / "often.h5"));
    auto const& firm = yearly[7].second;
    REQUIRE(firm.size() == 27 * n_events);
    for (std::size_t event = 0; event < firm.size(); event += 997)
        CHECK(firm[event] == static_cast<double>(event % n_events));
}

TEST_CASE("event codes say what they mean", "[unit]") {
    ScratchFolder const folder;
    small_run(folder / "run.h5").finish();
    auto const file = Hdf5File::open(folder / "run.h5");
    auto const group = file.root().group("event");
    CHECK(group.dataset("place_to").text("flag_meanings") == "hexi tianxin");
    CHECK_THAT(
        group.dataset("kind").text("flag_meanings"),
        Catch::StartsWith("entry exit move"));
}

TEST_CASE(
    "a snapshot keeps whole numbers and all but the last bits of others", "[unit]") {
    ScratchFolder const folder;
    constexpr std::size_t rows = 40000;
    std::vector<std::uint32_t> seller(rows, ~0U);
    std::vector<double> price(rows);
    for (std::size_t row = 0; row < rows; ++row)
        price[row] = 1.0 / static_cast<double>(row + 1);
    seller[5] = 4'000'000'000U;
    auto run = small_run(folder / "run.h5");
    run.snapshot(
        "2023-12",
        {{{"price", "yuan", "price", "价格", ColumnType::f32}, price}},
        {{{"seller", "1", "seller", "卖方", ColumnType::i64}, seller}});
    run.finish();
    auto const file = Hdf5File::open(folder / "run.h5");
    auto const root = file.root();
    auto const sellers = root.read<std::int64_t>("snapshot/2023-12/links/seller");
    CHECK(sellers[4] == -1);
    CHECK(sellers[5] == 4'000'000'000);
    auto const prices = root.read<double>("snapshot/2023-12/firms/price");
    REQUIRE(prices.size() == rows);
    for (std::size_t row = 0; row < rows; row += 613)
        CHECK(std::abs(prices[row] / price[row] - 1) < 1e-3);
}

TEST_CASE("a month that does not fit the file is our defect", "[unit]") {
    ScratchFolder const folder;
    auto run = small_run(folder / "run.h5");
    CHECK_THROWS_AS(run.append({.month = Month{1}}), InvariantError);
    auto layout = small_layout();
    layout.kpis[0].unit = "months since 2022-12"; // xarray would fail on it
    CHECK_THROWS_AS(RunFile(folder / "other.h5", {}, layout), InvariantError);
}

TEST_CASE("two runs cannot write the same file, a killed run's is replaced", "[unit]") {
    ScratchFolder const folder;
    std::optional<RunFile> run{small_run(folder / "run.h5")};
    CHECK_THROWS_WITH(small_run(folder / "run.h5"), Catch::Contains("another run"));
    std::filesystem::copy_file(folder / "run.h5.part", folder / "killed.h5.part");
    small_run(folder / "killed.h5").finish();
    CHECK(std::filesystem::exists(folder / "killed.h5"));
}

TEST_CASE("a full place gives an error, no file, and the next run works", "[unit]") {
    ScratchFolder const folder;
    ignore_output_signals();
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    auto const limit = [&](rlim_t bytes) {
        rlimit const now{bytes, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    };
    for (rlim_t const bytes : {1'000U, 40'000U, 65'000U}) {
        limit(bytes);
        std::string message;
        try {
            auto run = small_run(folder / "run.h5");
            for (int month = 1; month <= 12; ++month)
                append(run, month, 9000);
            run.finish();
        } catch (OutputError const& error) {
            message = error.what();
        }
        limit(before.rlim_cur);
        CHECK_THAT(
            message, Catch::Contains("File too large") && Catch::Contains("run.h5"));
        CHECK(folder.empty());
    }
    small_run(folder / "run.h5").finish();
    CHECK(std::filesystem::exists(folder / "run.h5"));
}

TEST_CASE("a place without room is refused before the run", "[unit]") {
    ScratchFolder const folder;
    CHECK_NOTHROW(require_space(folder / "not/yet/there.h5", 1));
    CHECK_THROWS_WITH(
        require_space(folder / "run.h5", std::uint64_t{1} << 60U),
        Catch::Contains("1152921504606.9 MB") && Catch::Contains("are free"));
}

TEST_CASE("the estimate is above the size of a run", "[unit]") {
    ScratchFolder const folder;
    auto run = small_run(folder / "run.h5");
    constexpr std::size_t n_events = 1000;
    for (int month = 1; month <= 24; ++month)
        append(run, month, n_events);
    run.finish();
    auto const estimate = estimate_bytes(
        small_layout(),
        {.months = 24, .firms = 100, .events_per_firm_month = n_events / 100.0});
    auto const size = std::filesystem::file_size(folder / "run.h5");
    CHECK(estimate > size);
    CHECK(estimate < 10 * size);
}

} // namespace canopy::io
