#include "sim/model/common_months.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

namespace {

constexpr std::array<std::string_view, 4> beside_the_world{
    "title", "title_zh", "time", "record"};
constexpr int never = std::numeric_limits<int>::max();

std::string_view table_of(std::string_view key) {
    return key.substr(0, key.find('.'));
}

bool dated(std::string_view key) {
    return table_of(key) == "lever" || table_of(key) == "shock";
}

/// The entry that a value of it belongs to.
std::string entry_of(std::string_view key) {
    return std::string{key.substr(0, key.rfind('.'))};
}

/// What a scenario writes, by key.
class Writings {
  public:
    explicit Writings(Scenario const& scenario) {
        for (auto const& value : scenario.values) {
            texts_[value.key] = value.text;
            if (dated(value.key) && value.key.ends_with(".kind"))
                entries_.push_back(entry_of(value.key));
        }
    }

    [[nodiscard]] std::map<std::string, std::string> const& texts() const {
        return texts_;
    }

    /// The first month in which an entry can matter.
    [[nodiscard]] int begin(std::string const& entry) const {
        if (!texts_.contains(entry + ".kind")) return never;
        auto const from = texts_.find(entry + ".from");
        if (from == texts_.end()) return 1;
        auto const quoted = std::string_view{from->second};
        auto const month = Month::parse(quoted.substr(1, quoted.size() - 2));
        return month ? std::max(1, month->index()) : 1;
    }

    /// Entries that can matter up to a month, in their order.
    [[nodiscard]] std::vector<std::string> entries_until(int month) const {
        std::vector<std::string> begun;
        std::copy_if(
            entries_.begin(),
            entries_.end(),
            std::back_inserter(begun),
            [&](std::string const& entry) { return begin(entry) <= month; });
        return begun;
    }

  private:
    std::map<std::string, std::string> texts_;
    std::vector<std::string> entries_;
};

/// The first month that a value which only `one` writes so can change.
int first_difference(Writings const& one, Writings const& other) {
    auto first = never;
    for (auto const& [key, text] : one.texts()) {
        auto const same = other.texts().find(key);
        if (same != other.texts().end() && same->second == text) continue;
        auto const table = table_of(key);
        if (std::find(beside_the_world.begin(), beside_the_world.end(), table)
            != beside_the_world.end()) {
            continue;
        }
        if (!dated(key)) return 1;
        auto const entry = entry_of(key);
        first = std::min({first, one.begin(entry), other.begin(entry)});
    }
    return first;
}

bool same_files(WorldFiles const& a, WorldFiles const& b) {
    return a.coefficients == b.coefficients && a.sectors == b.sectors
           && a.places == b.places && a.clusters == b.clusters
           && a.communities == b.communities;
}

} // namespace

int months_in_common(Scenario const& one, Scenario const& other) {
    if (!same_files(one.files, other.files)) return 0;
    Writings const of_one{one};
    Writings const of_other{other};
    auto const first = std::min(
        first_difference(of_one, of_other), first_difference(of_other, of_one));
    auto months = std::min({first - 1, one.time.last.index(), other.time.last.index()});
    while (of_one.entries_until(months) != of_other.entries_until(months))
        --months;
    return months;
}

int months_before(Scenario const& scenario, std::string_view key) {
    if (!dated(key)) return 0;
    auto const first = Writings{scenario}.begin(entry_of(key));
    return first == never ? 0 : first - 1;
}

} // namespace canopy
