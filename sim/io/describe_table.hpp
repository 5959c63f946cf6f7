#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/language.hpp"
#include "sim/base/month.hpp"
#include "sim/base/written.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// What a scenario may write for one key: a row of `canopy describe`.
struct FieldRow {
    std::string name;
    std::string_view
        type; ///< number, whole number, true or false, month, text, list of …
    std::string unit;
    Range range;
    std::vector<std::string> choices;
    std::string default_text; ///< as TOML; empty if there is none
    std::string meaning;
    std::string meaning_zh;
    std::string source;
};

/// A type in words and a default as TOML, for each type that a member may have.
template<class Value>
struct FieldType;

template<>
struct FieldType<double> {
    static constexpr std::string_view name = "number";

    static std::string text(double value) { return written(value); }
};

template<>
struct FieldType<int> {
    static constexpr std::string_view name = "whole number";

    static std::string text(int value) { return std::to_string(value); }
};

template<>
struct FieldType<bool> {
    static constexpr std::string_view name = "true or false";

    static std::string text(bool value) { return value ? "true" : "false"; }
};

template<>
struct FieldType<Month> {
    static constexpr std::string_view name = "month";

    static std::string text(Month value) { return in_quotes(value.text()); }
};

template<>
struct FieldType<std::string> {
    static constexpr std::string_view name = "text";

    static std::string text(std::string const& value) { return in_quotes(value); }
};

template<class Value>
struct FieldType<std::optional<Value>> {
    static constexpr std::string_view name = FieldType<Value>::name;

    static std::string text(std::optional<Value> const& value) {
        return value ? FieldType<Value>::text(*value) : std::string{};
    }
};

template<class List, class Value>
struct ListType {
    static std::string text(List const& values) {
        std::string result;
        for (auto const& value : values)
            result += (result.empty() ? "[" : ", ") + FieldType<Value>::text(value);
        return result.empty() ? "[]" : result + "]";
    }
};

template<class Value>
struct FieldType<std::vector<Value>> : ListType<std::vector<Value>, Value> {
    static constexpr std::string_view name = "list";
};

template<std::size_t length>
struct FieldType<std::array<double, length>>
    : ListType<std::array<double, length>, double> {
    static constexpr std::string_view name = "list";
};

/// What `describe` calls to list a struct's members with the defaults of `Params{}`.
template<class Params>
class FieldLister {
  public:
    explicit FieldLister(std::vector<FieldRow>& rows)
        : rows_{rows} {}

    template<class Owner, class Value>
    void operator()(
        std::string_view key,
        Value Owner::*member,
        Range range,
        std::string_view unit,
        Meaning const& meaning) const {
        add(key, defaults_.*member, range, {}, unit, meaning);
    }

    template<class Owner, class Value>
    void operator()(
        std::string_view key,
        Value Owner::*member,
        Choices const& choices,
        std::string_view unit,
        Meaning const& meaning) const {
        add(key, defaults_.*member, {}, choices, unit, meaning);
    }

    template<class Owner, class Value>
    void operator()(
        std::string_view key,
        Value Owner::*member,
        std::string_view unit,
        Meaning const& meaning) const {
        add(key, defaults_.*member, {}, {}, unit, meaning);
    }

  private:
    template<class Value>
    void
    add(std::string_view key,
        Value const& value,
        Range range,
        Choices const& choices,
        std::string_view unit,
        Meaning const& meaning) const {
        rows_.push_back(
            {.name = std::string{key},
             .type = FieldType<Value>::name,
             .unit = std::string{unit},
             .range = range,
             .choices = {choices.words.begin(), choices.words.end()},
             .default_text = FieldType<Value>::text(value),
             .meaning = std::string{meaning.en},
             .meaning_zh = std::string{meaning.zh},
             .source = std::string{meaning.source}});
    }

    std::vector<FieldRow>& rows_;
    Params defaults_{};
};

/// The members of a struct in the order of its `describe`.
template<class Params>
[[nodiscard]] std::vector<FieldRow> field_rows() {
    std::vector<FieldRow> rows;
    Params::describe(FieldLister<Params>{rows});
    return rows;
}

/// Rows under the name of their table, for people.
[[nodiscard]] std::string fields_text(
    std::string_view table, std::vector<FieldRow> const& rows, Language language);

/// Rows as a JSON array.
[[nodiscard]] std::string fields_json(std::vector<FieldRow> const& rows);

} // namespace canopy
