#include "sim/io/diagnostics.hpp"

#include <algorithm>
#include <tuple>

namespace canopy {

namespace {
constexpr std::size_t longest_shown_line = 1000;

/// Equal for two reports of one mistake, such as a key that two structs read.
std::string identity(Diagnostic const& one) {
    auto const& position = one.position;
    return position.file + "\n" + std::to_string(position.line) + ":"
           + std::to_string(position.column) + "\n" + one.key + "\n" + one.problem;
}
} // namespace

void Diagnostics::add_source(std::string const& file, std::string_view text) {
    auto& source = sources_[file];
    if (source.lines.empty()) source.rank = sources_.size();
    source.lines.clear();
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        source.lines.emplace_back(line.size() > longest_shown_line ? "" : line);
        begin = end + 1;
    }
}

void Diagnostics::add(Diagnostic diagnostic) {
    auto const source = sources_.find(diagnostic.position.file);
    auto const line = diagnostic.position.line;
    if (source != sources_.end() && line > 0 && line <= source->second.lines.size()) {
        diagnostic.source_line = source->second.lines[line - 1];
    }
    if (known_.insert(identity(diagnostic)).second)
        list_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    auto const rank = [this](Diagnostic const& one) {
        auto const source = sources_.find(one.position.file);
        return source == sources_.end() ? std::size_t{0} : source->second.rank;
    };
    auto list = list_;
    std::stable_sort(
        list.begin(), list.end(), [&](auto const& left, auto const& right) {
            return std::tuple{rank(left), left.position.line, left.position.column}
                   < std::tuple{
                       rank(right), right.position.line, right.position.column};
        });
    return list;
}

void Diagnostics::throw_if_any() const {
    if (!empty()) throw ScenarioError{sorted()};
}

} // namespace canopy
