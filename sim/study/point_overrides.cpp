#include "sim/study/point_overrides.hpp"

#include "sim/base/written.hpp"
#include "sim/study/refusal.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

namespace canopy::study {

namespace {

std::optional<double> number(std::string const& text) {
    double value = 0.0;
    auto const* last = text.data() + text.size();
    auto const [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last) return std::nullopt;
    return value;
}

/// A list of numbers as TOML writes it, each times `factor`.
std::optional<std::string> list_times(std::string const& text, double factor) {
    if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
    std::string product = "[";
    std::istringstream items{text.substr(1, text.size() - 2)};
    for (std::string item; std::getline(items, item, ',');) {
        auto const first = item.find_first_not_of(" \t\n");
        if (first == std::string::npos) continue; // after a last comma
        auto const value =
            number(item.substr(first, item.find_last_not_of(" \t\n") + 1 - first));
        if (!value) return std::nullopt;
        if (product.size() > 1) product += ", ";
        product += written(*value * factor);
    }
    return product + "]";
}

/// A value of the table of points as TOML.
std::string as_toml(std::string const& text) {
    if (auto const value = number(text)) return written(*value);
    if (text == "true" || text == "false" || text.starts_with('"')) return text;
    return in_quotes(text);
}

std::string product(
    std::string const& key,
    std::string const& value,
    ScenarioTemplate const& scenario) {
    auto const& name = scenario.plain().name;
    auto const said = scenario.value(key);
    auto const base = said ? number(*said) : std::nullopt;
    auto const factor = number(value);
    if (base && factor) return written(*base * *factor);
    if (said && factor)
        if (auto const list = list_times(*said, *factor)) return *list;
    if (!said) {
        throw Refused{
            key + " is not written in " + name
                + " (there is nothing to multiply); write it there, or let the factor "
                  "set "
                  "it with `key`",
            name + " 中没有写 " + key
                + "（没有可相乘的值）；请在情景中写出，或用 key 直接设定"};
    }
    throw Refused{
        key + " = " + *said + " times " + value + " is not a product of numbers",
        key + " = " + *said + " 与 " + value + " 不能相乘"};
}

} // namespace

bool applies(Factor const& factor, std::string const& scenario) {
    auto const& names = factor.text.scenarios;
    return names.empty()
           || std::find(names.begin(), names.end(), scenario) != names.end();
}

std::vector<std::string> overrides_of(
    Factor const& factor, std::string const& value, ScenarioTemplate const& scenario) {
    std::vector<std::string> overrides;
    if (!applies(factor, scenario.plain().name)) return overrides;
    for (auto const& key : factor.keys)
        overrides.push_back(
            key + "="
            + (factor.effect == Effect::sets ? as_toml(value)
                                             : product(key, value, scenario)));
    return overrides;
}

std::vector<std::string> overrides_of(
    std::vector<Factor> const& factors,
    std::vector<std::string> const& row,
    ScenarioTemplate const& scenario) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < factors.size(); ++at) {
        auto const some = overrides_of(factors[at], row[at], scenario);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

} // namespace canopy::study
