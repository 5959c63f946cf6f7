#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace canopy::study {

/// A study cannot go on as it was asked to: why, and what to do instead. Exit 2.
class Refused : public std::runtime_error {
  public:
    Refused(std::string en, std::string zh)
        : std::runtime_error{std::move(en)}
        , zh_{std::move(zh)} {}

    [[nodiscard]] std::string const& zh() const { return zh_; }

  private:
    std::string zh_;
};

} // namespace canopy::study
