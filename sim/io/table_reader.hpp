#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/month.hpp"
#include "sim/io/diagnostics.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canopy {

struct Node;
struct Reading;

/// What the reader knows of one value: its key and what `describe` says about it.
struct FieldSpec {
    std::string_view key;
    Range range{};
    std::vector<std::string_view> choices{};
    std::string_view unit{};
    Meaning meaning{"", "", ""};
};

/// What a caller found wrong with a value, in both languages. It follows the key in a
/// report, so it reads `= "2024-01" is before from`, or `is missing`.
struct Complaint {
    std::string problem;
    std::string problem_zh;
    std::string suggestion{};
    std::string suggestion_zh{};
};

/// One table of a scenario. Reading never stops at a mistake: it is reported, the
/// default stands, and `Document::finish` throws all mistakes at once, unread keys
/// among them.
class TableReader {
  public:
    TableReader(std::shared_ptr<Reading> reading, Node const* node, std::string path);

    /// A struct with `static void describe(auto&& field)`; keys that are absent keep
    /// its defaults.
    template<class Params>
    [[nodiscard]] Params read() const {
        Params params{};
        read_into(params);
        return params;
    }

    template<class Params>
    void read_into(Params& params) const;

    /// One value outside a struct; `absent` if the key is not there or cannot be read.
    template<class Value>
    [[nodiscard]] Value value(FieldSpec const& spec, Value absent = {}) const {
        read_value(spec, absent);
        return absent;
    }

    /// Reports a key that must be there and is not; true if it is there.
    bool require(std::string_view key) const;

    /// Reports a text, or texts of a list, that are not among `words`.
    void check_among(std::string_view key, std::vector<std::string> const& words) const;

    [[nodiscard]] bool exists() const { return node_ != nullptr; }

    [[nodiscard]] bool has(std::string_view key) const;

    /// True if the key's value is one text (rather than, say, a list).
    [[nodiscard]] bool holds_text(std::string_view key) const;

    /// A key's value as TOML, for messages: `"2024-01"`; empty if absent.
    [[nodiscard]] std::string text_of(std::string_view key) const;

    /// All keys but notes (`x-…`), in ascending order; who asks must read them.
    [[nodiscard]] std::vector<std::string> keys() const;

    /// The table under a key; one that is absent reads as defaults.
    [[nodiscard]] TableReader table(std::string_view key) const;

    /// The entries `[[key]]` (or a list of inline tables), in order.
    [[nodiscard]] std::vector<TableReader> tables(std::string_view key) const;

    /// An entry's name: its `name`, else its `kind`.
    [[nodiscard]] std::string name() const;

    [[nodiscard]] std::string const& path() const { return path_; }

    /// Where the table begins, or where the value of a key stands.
    [[nodiscard]] SourcePosition position() const;
    [[nodiscard]] SourcePosition position(std::string_view key) const;
    [[nodiscard]] SourcePosition key_position(std::string_view key) const;

    /// A mistake at a key's value (or at the table if the key is absent).
    void report(std::string_view key, Complaint complaint) const;
    /// A mistake at the key itself.
    void report_key(std::string_view key, Complaint complaint) const;
    /// A mistake at one element of a key's list.
    void
    report_element(std::string_view key, std::size_t index, Complaint complaint) const;

    /// Leaves the table's other keys unchecked, after a mistake that makes them
    /// meaningless.
    void ignore_rest() const;

    [[nodiscard]] Diagnostics& diagnostics() const;

  private:
    friend class ValueReader;

    void read_value(FieldSpec const& spec, double& into) const;
    void read_value(FieldSpec const& spec, int& into) const;
    void read_value(FieldSpec const& spec, bool& into) const;
    void read_value(FieldSpec const& spec, Month& into) const;
    void read_value(FieldSpec const& spec, std::string& into) const;
    void read_value(FieldSpec const& spec, std::vector<std::string>& into) const;
    void read_value(FieldSpec const& spec, std::vector<double>& into) const;
    void read_value(FieldSpec const& spec, std::vector<int>& into) const;
    void read_value(FieldSpec const& spec, std::vector<Month>& into) const;
    void
    require_length(FieldSpec const& spec, std::size_t got, std::size_t wanted) const;

    template<class Value>
    void read_value(FieldSpec const& spec, std::optional<Value>& into) const {
        if (!readable(spec.key)) return;
        auto const mistakes = diagnostics().size();
        auto value = into.value_or(Value{});
        read_value(spec, value);
        if (diagnostics().size() == mistakes) into = value;
    }

    template<std::size_t length>
    void read_value(FieldSpec const& spec, std::array<double, length>& into) const {
        std::vector<double> values{into.begin(), into.end()};
        read_value(spec, values);
        require_length(spec, values.size(), length);
        if (values.size() == length)
            std::copy(values.begin(), values.end(), into.begin());
    }

    /// Null if the key is absent or its value already reported.
    [[nodiscard]] Node const* readable(std::string_view key) const;
    [[nodiscard]] Node const* find(std::string_view key) const;
    void
    report_at(SourcePosition position, std::string_view key, Complaint complaint) const;

    std::shared_ptr<Reading> reading_;
    Node const* node_;
    std::string path_;
};

/// What `describe` calls: reads each member from the table.
template<class Params>
class FieldReader {
  public:
    FieldReader(TableReader const& table, Params& params)
        : table_{table}
        , params_{params} {}

    template<class Owner, class Value>
    void operator()(
        std::string_view key,
        Value Owner::*member,
        Range range,
        std::string_view unit,
        Meaning const& meaning) const {
        read({key, range, {}, unit, meaning}, params_.*member);
    }

    template<class Owner, class Value>
    void operator()(
        std::string_view key,
        Value Owner::*member,
        Choices const& choices,
        std::string_view unit,
        Meaning const& meaning) const {
        read({key, {}, choices.words, unit, meaning}, params_.*member);
    }

    template<class Owner, class Value>
    void operator()(
        std::string_view key,
        Value Owner::*member,
        std::string_view unit,
        Meaning const& meaning) const {
        read({key, {}, {}, unit, meaning}, params_.*member);
    }

  private:
    template<class Value>
    void read(FieldSpec const& spec, Value& into) const {
        into = table_.value<Value>(spec, std::move(into));
    }

    TableReader const& table_;
    Params& params_;
};

template<class Params>
void TableReader::read_into(Params& params) const {
    Params::describe(FieldReader<Params>{*this, params});
}

} // namespace canopy
