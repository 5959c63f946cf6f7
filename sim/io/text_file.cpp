#include "sim/io/text_file.hpp"

#include "sim/base/spelling.hpp"
#include "sim/base/unicode.hpp"
#include "sim/base/written.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace canopy {

namespace {
namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 1U << 20U;

struct Fault {
    std::string problem;
    std::string problem_zh;
    std::string suggestion;
    std::string suggestion_zh;
};

std::vector<std::string> scenario_names(fs::path const& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (auto entry = fs::directory_iterator{folder, error};
         !error && entry != fs::directory_iterator{};
         entry.increment(error)) {
        if (entry->path().extension() == ".toml") {
            names.push_back(entry->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

Fault missing_file(fs::path const& path) {
    auto const folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return {
            "does not exist (there is no folder " + folder.string() + ")",
            "不存在（没有文件夹 " + folder.string() + "）",
            "",
            ""};
    }
    auto const near = nearest_word(path.filename().string(), scenario_names(folder));
    if (!near) return {"does not exist", "不存在", "", ""};
    return {
        "does not exist",
        "不存在",
        "did you mean " + *near + "?",
        "是否应为 " + *near + "？"};
}

Fault directory_instead(fs::path const& path) {
    auto const names = scenario_names(path);
    auto const example =
        (path / (names.empty() ? "plan.toml" : names.front())).string();
    return {
        "is a directory, not a file",
        "是文件夹，不是文件",
        "name a file in it, such as " + example,
        "请写明其中的文件，例如 " + example};
}

std::optional<Fault> unusable(fs::path const& path) {
    std::error_code error;
    auto const status = fs::status(path, error);
    if (!fs::exists(status)) return missing_file(path);
    if (fs::is_directory(status)) return directory_instead(path);
    if (!fs::is_regular_file(status)) {
        return Fault{
            "is not a regular file (a device or a pipe)",
            "不是普通文件（是设备或管道）",
            "",
            ""};
    }
    auto const size = fs::file_size(path, error);
    if (!error && size > largest_file) {
        auto const bytes = std::to_string(size);
        return Fault{
            "has " + bytes + " bytes, above 1048576 (a scenario is at most 1 MiB)",
            "有 " + bytes + " 字节，超过 1048576（情景文件不超过 1 MiB）",
            "keep tables of numbers in data files",
            "数据表请放在数据文件中"};
    }
    return std::nullopt;
}

void add(Diagnostics& diagnostics, FileRequest const& request, Fault const& fault) {
    auto const got =
        request.key.empty() ? "" : "= " + in_quotes(clipped(request.value, 80)) + " ";
    diagnostics.add(
        {.position = request.position,
         .key = request.key,
         .problem = got + fault.problem,
         .problem_zh = got + fault.problem_zh,
         .suggestion = fault.suggestion,
         .suggestion_zh = fault.suggestion_zh});
}

Fault not_utf8(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const hex = std::string{"0x"} + digits[byte >> 4U] + digits[byte & 0xFU];
    return {
        "is not UTF-8 text (byte " + hex + ")",
        "不是 UTF-8 编码（字节 " + hex + "）",
        "was it saved as GBK? save it as UTF-8",
        "是否存成了 GBK？请在编辑器中另存为 UTF-8"};
}

Fault zero_bytes() {
    return {
        "is not UTF-8 text (it holds zero bytes)",
        "不是 UTF-8 文本（含零字节）",
        "was it saved as UTF-16 (\"Unicode\") or by a word processor? save it as plain "
        "UTF-8",
        "是否存成了 UTF-16（“Unicode”）或文字处理软件的格式？请另存为 UTF-8 纯文本"};
}

std::optional<Fault> not_text(std::string_view text, SourcePosition& position) {
    auto const utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    if (utf16 || text.find('\0') != std::string_view::npos) return zero_bytes();
    for (std::size_t at = 0; at < text.size();) {
        auto const character = character_at(text, at);
        if (!character) return not_utf8(static_cast<unsigned char>(text[at]));
        auto const newline = character->code == U'\n';
        position.line += newline ? 1U : 0U;
        position.column = newline ? 1U : position.column + 1U;
        at += character->bytes;
    }
    return std::nullopt;
}

bool says_nothing(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const line = text.substr(begin, end - begin);
        auto const first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && line[first] != '#') return false;
        begin = end + 1;
    }
    return true;
}
} // namespace

std::optional<std::string> read_text_file(
    fs::path const& path, FileRequest const& request, Diagnostics& diagnostics) {
    if (auto const fault = unusable(path)) {
        add(diagnostics, request, *fault);
        return std::nullopt;
    }
    std::ifstream stream{path, std::ios::binary};
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (!stream.is_open() || stream.bad()) {
        auto const reason = std::generic_category().message(errno);
        add(diagnostics,
            request,
            {"cannot be read (" + reason + ")", "无法读取（" + reason + "）", "", ""});
        return std::nullopt;
    }
    return checked_text(std::move(bytes).str(), path.string(), diagnostics);
}

std::optional<std::string>
checked_text(std::string text, std::string const& file, Diagnostics& diagnostics) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    SourcePosition position{file, 1, 1};
    if (auto const fault = not_text(text, position)) {
        add(diagnostics, {position, "", ""}, *fault);
        return std::nullopt;
    }
    if (says_nothing(text)) {
        add(diagnostics,
            {SourcePosition{file, 1, 1}, "", ""},
            {"is empty (a scenario names at least its base or one table)",
             "是空文件（情景至少要写明 base 或一个表）",
             "start with base = \"….toml\"",
             "可从 base = \"….toml\" 写起"});
        return std::nullopt;
    }
    return text;
}

} // namespace canopy
