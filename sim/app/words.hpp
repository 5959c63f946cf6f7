#pragma once

#include "sim/base/language.hpp"

#include <string>

namespace canopy::app {

/// A text in both languages.
struct Words {
    std::string en;
    std::string zh;

    [[nodiscard]] std::string const& in(Language language) const {
        return language == Language::zh ? zh : en;
    }
};

} // namespace canopy::app
