#include "sim/io/text_file.hpp"
#include "sim/io/text_scan.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace canopy;

namespace {
struct Scan {
    explicit Scan(std::string const& text) {
        found.add_source("a.toml", text);
        scanned = scan_text(text, "a.toml", found);
        list = found.sorted();
    }

    Diagnostics found;
    ScannedText scanned;
    std::vector<Diagnostic> list;
};

bool stands_at(Diagnostic const& one, std::uint32_t line, std::uint32_t column) {
    return one.position.line == line && one.position.column == column;
}

std::vector<Diagnostic> checked(std::string const& text) {
    Diagnostics found;
    CHECK_FALSE(checked_text(text, "a.toml", found));
    return found.sorted();
}

class Folder {
  public:
    Folder() { std::filesystem::create_directories(path); }

    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    ~Folder() { std::filesystem::remove_all(path); }

    std::filesystem::path const path =
        std::filesystem::temp_directory_path()
        / ("canopy_text_scan_test_" + std::to_string(getpid()));
};

std::vector<Diagnostic> refused(std::filesystem::path const& path) {
    Diagnostics found;
    CHECK_FALSE(
        read_text_file(path, {{path.string(), 0, 0}, "", path.string()}, found));
    return found.sorted();
}
} // namespace

TEST_CASE("a full-width sign is reported with its replacement and mended", "[unit]") {
    Scan const scan{"# ，＝“ are free here\nplaces ＝ ［\"河西，\"，\"tianxin\"］\n"};
    REQUIRE(scan.list.size() == 4);
    CHECK(stands_at(scan.list[0], 2, 8));
    CHECK(scan.list[0].suggestion == "write =");
    CHECK(scan.list[0].suggestion_zh == "请改用半角 =");
    CHECK(stands_at(scan.list[1], 2, 10));
    CHECK(stands_at(scan.list[2], 2, 16));
    CHECK(scan.list[2].problem.starts_with("， is a full-width sign"));
    CHECK(stands_at(scan.list[3], 2, 26));
    CHECK(scan.scanned.text.ends_with("places = [\"河西，\",\"tianxin\"]\n"));
}

TEST_CASE("Chinese quotation marks around a text are one mistake", "[unit]") {
    Scan const scan{"title = “产业，生态”\n"};
    REQUIRE(scan.list.size() == 1);
    CHECK(stands_at(scan.list[0], 1, 9));
    CHECK(scan.list[0].suggestion == "write \"");
    CHECK(scan.scanned.text == "title = \"产业，生态\"\n");
}

TEST_CASE("a bare Chinese key is explained, in a header too", "[unit]") {
    Scan const scan{"[政策]\n数量 = 3\n"};
    REQUIRE(scan.list.size() == 2);
    CHECK(stands_at(scan.list[0], 1, 2));
    CHECK(
        scan.list[0].problem
        == "政策 is not a key (keys are English words in snake_case)");
    CHECK(scan.list[0].problem_zh == "政策 不能作键名（键名一律用英文小写和下划线）");
    CHECK(scan.list[0].suggestion == "did you mean lever?");
    CHECK(stands_at(scan.list[1], 2, 1));
    CHECK(scan.scanned.text == "[x-bare-1]\nx-bare-2 = 3\n");
}

TEST_CASE("a bare Chinese value needs quotes, a Chinese number its digits", "[unit]") {
    Scan const scan{
        "places = [河西, \"tianxin\"]\nyearly_cap = 1.8亿\nshare = 20％ # c\n"};
    REQUIRE(scan.list.size() == 3);
    CHECK(stands_at(scan.list[0], 1, 11));
    CHECK(scan.list[0].suggestion == "write \"河西\"");
    CHECK(stands_at(scan.list[1], 2, 14));
    CHECK(scan.list[1].suggestion == "write 180000000");
    CHECK(stands_at(scan.list[2], 3, 9));
    CHECK(scan.list[2].suggestion_zh == "请写 0.2");
}

TEST_CASE("Chinese behind a value is one mistake", "[unit]") {
    for (auto const* text :
         {"a = [1, 2]1.8亿", "a = \"x\"亿", "a = { b = 1 }亿", "a = '''x\n'''亿"}) {
        CHECK(Scan{text}.list.size() == 1);
    }
}

TEST_CASE("strings and comments may hold anything", "[unit]") {
    Scan const scan{"a = \"，“\\\"”\" # ＝\nb = '，\\'\nc = \"\"\"\n，\"＝\n\"\"\"\nd "
                    "= '''\n，'''\n"};
    CHECK(scan.list.empty());
}

TEST_CASE("a key of 100,000 parts is refused before the parser sees it", "[unit]") {
    std::string key = "a";
    for (int i = 1; i < 100'000; ++i)
        key += ".a";
    Scan const scan{"title = \"x\"\n" + key + " = 1\n"};
    REQUIRE(scan.list.size() == 1);
    CHECK(stands_at(scan.list[0], 2, 130));
    CHECK_FALSE(scan.scanned.readable);
}

TEST_CASE("a long list of decimals is no deep key", "[unit]") {
    std::string list = "a = [0.5";
    for (int i = 0; i < 1000; ++i)
        list += ", 0.5";
    CHECK(Scan{list + "]\n"}.list.empty());
}

TEST_CASE("the scan knows where statements begin and end", "[unit]") {
    auto const scanned = Scan{"a = 1\nb = [1,\n  2]\nc = 3"}.scanned;
    CHECK(scanned.begins == std::vector<std::uint32_t>{1, 2, 2, 4});
    CHECK(scanned.ends == std::vector<bool>{true, false, true, true});
}

TEST_CASE("a text in another encoding is refused at its first strange byte", "[unit]") {
    auto const gbk = checked("a = 1\ntitle = \"\xD6\xEA\xD6\xDE\"\n");
    REQUIRE(gbk.size() == 1);
    CHECK(stands_at(gbk[0], 2, 10));
    CHECK(gbk[0].problem == "is not UTF-8 text (byte 0xD6)");
    CHECK(gbk[0].suggestion_zh == "是否存成了 GBK？请在编辑器中另存为 UTF-8");
    CHECK(checked(std::string{
        "\xFF\xFE"
        "a\0",
        4})[0]
              .suggestion.starts_with("was it saved as UTF-16"));
}

TEST_CASE("a byte order mark does not matter", "[unit]") {
    Diagnostics found;
    CHECK(
        checked_text(
            "\xEF\xBB\xBF"
            "a = 1",
            "a.toml",
            found)
        == "a = 1");
    CHECK(found.empty());
}

TEST_CASE("a file that says nothing is refused", "[unit]") {
    CHECK(checked("")[0].problem_zh.starts_with("是空文件"));
    CHECK(checked(" \r\n# nothing\n").size() == 1);
}

TEST_CASE("what is not a readable file is refused with its reason", "[unit]") {
    Folder const folder;
    std::ofstream{folder.path / "plan.toml"} << "a = 1\n";
    std::ofstream{folder.path / "huge.toml"} << std::string((1U << 20U) + 1, '#');

    auto const missing = refused(folder.path / "plam.toml");
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].problem == "does not exist");
    CHECK(missing[0].suggestion == "did you mean plan.toml?");
    CHECK(missing[0].position.line == 0);
    CHECK(refused(folder.path / "no" / "plan.toml")[0].problem_zh.starts_with(
        "不存在（没有文件夹"));
    CHECK(refused(folder.path)[0].problem == "is a directory, not a file");
    CHECK(refused("/dev/null")[0].problem_zh == "不是普通文件（是设备或管道）");
    CHECK(
        refused(folder.path / "huge.toml")[0].problem.starts_with("has 1048577 bytes"));
}
