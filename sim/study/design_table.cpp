#include "sim/study/design_table.hpp"

#include "sim/base/error.hpp"
#include "sim/model/digest.hpp"

#include <utility>

namespace canopy::study {

std::vector<std::string> csv_fields(std::string const& line) {
    std::vector<std::string> fields(1);
    auto quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        auto const letter = line[at];
        if (quoted && letter == '"' && at + 1 < line.size() && line[at + 1] == '"') {
            fields.back() += '"';
            ++at;
        } else if (letter == '"') {
            quoted = !quoted;
        } else if (letter == ',' && !quoted) {
            fields.emplace_back();
        } else if (letter != '\r') {
            fields.back() += letter;
        }
    }
    return fields;
}

DesignTable::DesignTable(std::filesystem::path path)
    : path_{std::move(path)} {
    rewind();
}

void DesignTable::rewind() {
    stream_ = std::ifstream{path_};
    std::string header;
    if (!std::getline(stream_, header)) damaged();
    auto fields = csv_fields(header);
    if (fields.front() != "point") damaged();
    factors_.assign(fields.begin() + 1, fields.end());
    next_ = 0;
}

std::vector<std::string> const& DesignTable::row(std::int64_t point) {
    if (next_ == point + 1) return row_;
    if (next_ > point) rewind();
    for (; next_ <= point; ++next_)
        if (!std::getline(stream_, line_)) damaged();
    auto fields = csv_fields(line_);
    if (fields.size() != factors_.size() + 1 || fields.front() != std::to_string(point))
        damaged();
    row_.assign(fields.begin() + 1, fields.end());
    return row_;
}

std::string DesignTable::digest(
    std::int64_t first,
    std::int64_t last,
    std::vector<std::vector<std::string>>* kept) {
    Sha256 digest;
    for (auto point = first; point <= last; ++point) {
        auto const& values = row(point);
        if (kept != nullptr) kept->push_back(values);
        digest.add(line_ + "\n");
    }
    return digest.hexadecimal();
}

void DesignTable::damaged() const {
    throw OutputError{
        "'" + path_.string()
        + "' is not the table of points of this plan (a row is missing or has other "
          "columns); restore it, or plan anew"};
}

} // namespace canopy::study
