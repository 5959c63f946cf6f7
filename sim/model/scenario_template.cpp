#include "sim/model/scenario_template.hpp"

#include "sim/base/written.hpp"

#include <algorithm>

namespace canopy {

ScenarioTemplate::ScenarioTemplate(
    std::filesystem::path const& file, std::vector<std::string> const& overrides)
    : document_{Document::load(file, overrides)}
    , plain_{scenario_of(document_.with({}), nullptr)} {
    read_world_data(plain_.files, plain_.parameters.common.costs.freight, data_);
}

Scenario ScenarioTemplate::with(std::vector<std::string> const& overrides) const {
    return scenario_of(document_.with(overrides), &data_);
}

World ScenarioTemplate::empty_world(
    Scenario const& scenario, std::uint64_t seed) const {
    return canopy::empty_world(scenario, seed, data_);
}

std::optional<std::string> ScenarioTemplate::value(std::string_view key) const {
    auto const& values = plain_.values;
    auto const found = std::find_if(
        values.begin(), values.end(), [&](auto const& one) { return one.key == key; });
    if (found == values.end()) return std::nullopt;
    return found->text;
}

std::string ScenarioTemplate::resolved_text(WorldFiles const& files) const {
    auto const named = [](std::string_view key, std::filesystem::path const& file) {
        return "data." + std::string{key} + "=" + in_quotes(file.string());
    };
    return document_
        .with(
            {named("coefficients", files.coefficients),
             named("sectors", files.sectors),
             named("places", files.places),
             named("clusters", files.clusters),
             named("communities", files.communities)})
        .resolved_text();
}

} // namespace canopy
