#pragma once

#include "sim/model/scenario.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// A scenario whose files are read once and which is then varied many times.
class ScenarioTemplate {
  public:
    /// Throws ScenarioError with every mistake of the file and its parents.
    explicit ScenarioTemplate(
        std::filesystem::path const& file,
        std::vector<std::string> const& overrides = {});

    /// The scenario under overrides such as `lever.NAME.key=value`. Throws
    /// ScenarioError.
    [[nodiscard]] Scenario with(std::vector<std::string> const& overrides) const;

    [[nodiscard]] Scenario const& plain() const { return plain_; }

    /// The world of one of its scenarios before anybody lives in it.
    [[nodiscard]] World empty_world(Scenario const& scenario, std::uint64_t seed) const;

    /// What the scenario writes for a key, as TOML; nothing if it leaves it out.
    [[nodiscard]] std::optional<std::string> value(std::string_view key) const;

    /// The resolved text if the data files stood under other names.
    [[nodiscard]] std::string resolved_text(WorldFiles const& files) const;

  private:
    Document document_;
    Scenario plain_;
    World data_; ///< what the data files say
};

} // namespace canopy
