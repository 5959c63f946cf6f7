#include "sim/io/csv_file.hpp"

#include "sim/base/error.hpp"

#include <charconv>
#include <cmath>
#include <fstream>

#include <boost/tokenizer.hpp>

namespace canopy::io {

namespace {

using Fields = boost::tokenizer<boost::escaped_list_separator<char>>;

std::vector<std::string> split(std::string const& line) {
    Fields const fields{line, boost::escaped_list_separator<char>{"", ",", "\""}};
    return {fields.begin(), fields.end()};
}

[[noreturn]] void fail(
    std::string const& path,
    std::size_t line,
    std::string problem,
    std::string problem_zh) {
    throw ScenarioError{
        {{.position = {path, static_cast<std::uint32_t>(line), line == 0 ? 0U : 1U},
          .key = "data",
          .problem = std::move(problem),
          .problem_zh = std::move(problem_zh),
          .suggestion = "restore the file from the repository or correct the line",
          .suggestion_zh = "请从仓库恢复该文件或更正该行"}}};
}

} // namespace

CsvFile::CsvFile(std::filesystem::path const& path)
    : path_{path.string()} {
    std::ifstream file{path};
    std::string line;
    if (!std::filesystem::is_regular_file(path) || !file || !std::getline(file, line)) {
        fail(path_, 0, "cannot be read as a table", "无法读取该数据表");
    }
    header_ = split(line);
    for (std::size_t at = 0; at < header_.size(); ++at)
        columns_[header_[at]] = at;
    while (std::getline(file, line)) {
        if (line.empty()) continue;
        auto fields = split(line);
        if (fields.size() != header_.size()) {
            fail(
                path_,
                rows_.size() + 2,
                "has " + std::to_string(fields.size()) + " fields (the header has "
                    + std::to_string(header_.size()) + ")",
                "字段数与表头不一致");
        }
        rows_.push_back(std::move(fields));
    }
}

std::size_t CsvFile::column(std::string_view name) const {
    auto const found = columns_.find(name);
    if (found == columns_.end()) {
        fail(
            path_,
            1,
            "has no column `" + std::string{name} + "`",
            "缺少列 " + std::string{name});
    }
    return found->second;
}

std::string const& CsvFile::text(std::size_t row, std::string_view name) const {
    return rows_[row][column(name)];
}

double CsvFile::number(std::size_t row, std::string_view name) const {
    auto const& field = text(row, name);
    double value = 0.0;
    auto const* last = field.data() + field.size();
    auto const [end, error] = std::from_chars(field.data(), last, value);
    if (error != std::errc{} || end != last || !std::isfinite(value)) {
        reject(
            row,
            "`" + std::string{name} + "` is not a number (got \"" + field + "\")",
            "`" + std::string{name} + "` 不是数字");
    }
    return value;
}

void CsvFile::reject(
    std::size_t row, std::string const& problem, std::string const& problem_zh) const {
    fail(path_, row + 2, problem, problem_zh);
}

} // namespace canopy::io
