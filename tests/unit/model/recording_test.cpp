#include "sim/io/hdf5_file.hpp"
#include "sim/model/recording.hpp"
#include "sim/world/panel.hpp"
#include "sim/world/state_hash.hpp"

#include <filesystem>

#include "tests/support/small_world.hpp"
#include <catch2/catch.hpp>

using namespace canopy;
using namespace canopy::tests;

namespace {

struct Scratch {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / "canopy_recording_test.h5";

    Scratch() { std::filesystem::remove(path); }

    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;

    ~Scratch() { std::filesystem::remove(path); }
};

/// An id of the sample, and one outside it.
std::uint64_t id_of(bool wanted) {
    std::uint64_t id = 1;
    while (in_panel(id) != wanted)
        ++id;
    return id;
}

/// Records two months of the small world with one firm of the panel.
void record(std::filesystem::path const& path) {
    auto world = closed_world();
    add_firm(world, id_of(true));
    Event event;
    event.month = world.month.index();
    event.kind = EventKind::tier;
    event.firm = file_id(id_of(true));
    world.events.push_back(event);
    KpiRow row{world};
    Recording recording{path, {}, world, row.measures(), {"wages"}};
    for (int month = 0; month < 2; ++month) {
        row.compute(world, take_tally(world));
        auto const residuals = close_month(world);
        double const seconds = 0.5;
        recording.month(
            world,
            {.kpi = row.values(),
             .residuals = residuals,
             .state_hash = state_hash(world),
             .timing = {&seconds, 1}});
        world.month = world.month + 1;
    }
    recording.snapshot(world);
    recording.finish();
}

} // namespace

TEST_CASE("about one enterprise in fifty is in the panel", "[unit]") {
    int count = 0;
    for (std::uint64_t id = 0; id < 100'000; ++id)
        count += in_panel(id) ? 1 : 0;
    CHECK(count == Approx(2'000).margin(200));
}

TEST_CASE("a recorded world can be read back", "[unit]") {
    Scratch const scratch;
    record(scratch.path);
    auto const file = io::Hdf5File::open(scratch.path);
    auto const root = file.root();
    CHECK(root.read<double>("kpi/entities") == std::vector<double>{4.0, 4.0});
    CHECK(root.read<double>("kpi/links") == std::vector<double>{1.0, 1.0});
    CHECK(root.extent("kpi/entities_by_place") == io::Shape{2, 3});
    CHECK(root.extent("account/flow") == io::Shape{2, n_flows, n_accounts});
    CHECK(root.extent("panel/workers") == io::Shape{2, 1});
    CHECK(root.read<std::int64_t>("panel/firm").front() == file_id(id_of(true)));
    // The world keeps its event over both months.
    CHECK(root.read<std::int64_t>("event/firm").size() == 2);
    CHECK(root.read<double>("check/goods_output") == std::vector<double>{0.0, 0.0});
    CHECK(root.extent("snapshot/2023-06/firms/id") == io::Shape{4});
    auto const sellers = root.read<std::int64_t>("snapshot/2023-06/links/seller");
    CHECK(sellers == std::vector<std::int64_t>{11, -1});
}
