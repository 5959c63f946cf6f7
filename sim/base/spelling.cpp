#include "sim/base/spelling.hpp"

#include "sim/base/unicode.hpp"

#include <algorithm>
#include <vector>

namespace canopy {

namespace {
constexpr std::size_t longest_word = 80; // longer ones are not slips of a finger

std::size_t distance(std::u32string const& left, std::u32string const& right) {
    auto const width = right.size() + 1;
    std::vector<std::size_t> before_last(width);
    std::vector<std::size_t> last(width);
    std::vector<std::size_t> row(width);
    for (std::size_t j = 0; j < width; ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            auto const replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0U : 1U);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            auto const swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2]
                                 && left[i - 2] == right[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[right.size()];
}

std::u32string folded(std::string_view word) {
    auto codes = characters(word);
    for (auto& code : codes) {
        if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
        if (code == U'-') code = U'_';
    }
    return codes;
}

template<class Word>
std::optional<std::string> nearest(std::string_view word, std::span<Word const> known) {
    if (word.size() > longest_word) return std::nullopt;
    auto const wanted = folded(word);
    std::optional<std::string> best;
    auto best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (auto const& candidate : known) {
        if (candidate.size() > longest_word) continue;
        auto const candidate_distance = distance(wanted, folded(candidate));
        if (candidate_distance < best_distance && candidate_distance < wanted.size()) {
            best_distance = candidate_distance;
            best = std::string{candidate};
        }
    }
    return best;
}
} // namespace

std::size_t spelling_distance(std::string_view left, std::string_view right) {
    return distance(characters(left), characters(right));
}

std::optional<std::string>
nearest_word(std::string_view word, std::span<std::string const> known) {
    return nearest(word, known);
}

std::optional<std::string>
nearest_word(std::string_view word, std::span<std::string_view const> known) {
    return nearest(word, known);
}

} // namespace canopy
