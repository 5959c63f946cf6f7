#pragma once

#include <initializer_list>
#include <iterator>
#include <limits>
#include <string_view>
#include <vector>

namespace canopy {

/// Inclusive bounds of a number.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// Words that a text, or each text of a list, may be.
struct Choices {
    Choices() = default;

    Choices(std::initializer_list<std::string_view> list)
        : words{list} {}

    template<class Words>
    explicit Choices(Words const& list)
        : words(std::begin(list), std::end(list)) {}

    std::vector<std::string_view> words;
};

/// What a parameter or measure means in both languages, and where its value comes from:
/// a citation, a fact id of `scenarios/data/facts.csv`, or "judgement".
struct Meaning {
    std::string_view en;
    std::string_view zh;
    std::string_view source = "judgement";
};

// A struct that a scenario can set names each member once:
//
//   static void describe(auto&& field) {
//       field("base", &Params::base, Range{-9.0, 0.0}, "1", Meaning{"log hazard",
//       "对数风险"});
//   }
//
// Texts may name their words, `field("mode", &Params::mode, Choices{"a", "b"}, "",
// Meaning{…})`. The same lines serve reading, range checks, the echo in the run file
// and `canopy describe`.

} // namespace canopy
