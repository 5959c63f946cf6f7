#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <string>
#include <utility>

namespace canopy::study {

/// Worlds that later runs may want again, under a name each; the latest used stay as
/// long as they hold `most_firms` enterprises together, and one always.
template<class Kept>
class LatestKept {
  public:
    explicit LatestKept(std::size_t most_firms)
        : most_firms_{most_firms} {}

    void keep(std::string const& name, std::size_t firms, Kept kept) {
        all_.remove_if([&](Entry const& entry) { return entry.name == name; });
        all_.push_front({name, firms, std::move(kept)});
        auto together = firms;
        auto const too_many = [&](Entry const& entry) {
            together += entry.firms;
            return together > most_firms_;
        };
        all_.erase(
            std::find_if(std::next(all_.begin()), all_.end(), too_many), all_.end());
    }

    /// Nothing if it is not there.
    [[nodiscard]] Kept const* find(std::string const& name) {
        auto const found =
            std::find_if(all_.begin(), all_.end(), [&](Entry const& entry) {
                return entry.name == name;
            });
        if (found == all_.end()) return nullptr;
        all_.splice(all_.begin(), all_, found);
        return &all_.front().kept;
    }

  private:
    struct Entry {
        std::string name;
        std::size_t firms;
        Kept kept;
    };

    std::list<Entry> all_;
    std::size_t most_firms_;
};

} // namespace canopy::study
