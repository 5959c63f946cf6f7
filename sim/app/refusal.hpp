#pragma once

#include "sim/app/words.hpp"

#include <stdexcept>
#include <utility>

namespace canopy::app {

/// What the program will not do, and what to do instead.
class Refusal : public std::runtime_error {
  public:
    explicit Refusal(Words words)
        : std::runtime_error{words.en}
        , words_{std::move(words)} {}

    [[nodiscard]] Words const& words() const { return words_; }

  private:
    Words words_;
};

/// The command line does not say what to do. Exit 2.
class UsageError : public Refusal {
    using Refusal::Refusal;
};

/// A place or the machine has no room, or a part of the program is not there. Exit 3.
class PlaceError : public Refusal {
    using Refusal::Refusal;
};

} // namespace canopy::app
