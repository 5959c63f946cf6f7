#include "sim/base/error.hpp"
#include "sim/io/column_store.hpp"

#include <fstream>
#include <iterator>

#include "scratch_folder.hpp"
#include <catch2/catch.hpp>

namespace canopy::io {

namespace {
enum class Form : std::uint8_t { individual, company };

std::string bytes_of(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void replace(std::filesystem::path const& path, std::string const& bytes) {
    std::ofstream{path, std::ios::binary} << bytes;
}
} // namespace

TEST_CASE("a saved start gives back the columns it was made from", "[unit]") {
    ScratchFolder const folder;
    std::vector<Form> const form{Form::company, Form::individual, Form::company};
    std::vector<double> const price{1.5, 2.5};
    std::vector<std::uint64_t> const none;
    ColumnStore::write(
        folder / "start", "digest", {{"form", form}, {"price", price}, {"none", none}});

    auto const store = ColumnStore::read(folder / "start", "digest");
    CHECK(store.names() == std::vector<std::string>{"form", "price", "none"});
    auto const read = store.column<Form>("form");
    CHECK(std::vector<Form>(read.begin(), read.end()) == form);
    CHECK(store.column<double>("price")[1] == 2.5);
    CHECK(store.column<std::uint64_t>("none").empty());
    CHECK_THROWS_AS(store.column<float>("price"), OutputError);
    CHECK_THROWS_AS(store.column<float>("wage"), OutputError);
}

TEST_CASE("a saved start of other input is refused", "[unit]") {
    ScratchFolder const folder;
    ColumnStore::write(folder / "start", "digest", {});
    CHECK_THROWS_WITH(
        ColumnStore::read(folder / "start", "another"), Catch::Contains("other input"));
    CHECK_THROWS_WITH(
        ColumnStore::read(folder / "missing", "digest"),
        Catch::Contains("No such file"));
    CHECK_THROWS_AS(ColumnStore::read(folder / "", "digest"), OutputError);
}

TEST_CASE("any damaged byte of a saved start is noticed", "[unit]") {
    ScratchFolder const folder;
    auto const path = folder / "start";
    std::vector<std::int16_t> const birth{1, 2, 3, 4, 5};
    ColumnStore::write(path, "digest", {{"birth", birth}});
    auto const whole = bytes_of(path);
    for (std::size_t byte = 0; byte < whole.size(); ++byte) {
        auto damaged = whole;
        damaged[byte] = static_cast<char>(damaged[byte] ^ 4);
        replace(path, damaged);
        CHECK_THROWS_AS(ColumnStore::read(path, "digest"), OutputError);
    }
    for (std::size_t size = 0; size < whole.size(); ++size) {
        replace(path, whole.substr(0, size));
        CHECK_THROWS_AS(ColumnStore::read(path, "digest"), OutputError);
    }
    replace(path, whole + "12345678");
    CHECK_THROWS_AS(ColumnStore::read(path, "digest"), OutputError);
}

} // namespace canopy::io
