#include "sim/io/field_mistake.hpp"
#include "sim/io/node.hpp"
#include "sim/io/table_reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace canopy {

namespace {
constexpr double largest_plausible =
    1e15; // yuan: ten times the country's output of a year

bool is_outside(double number, Range range) {
    return number < range.low || number > range.high;
}

bool is_implausible(double number, Range range) {
    return (number > largest_plausible && std::isinf(range.high))
           || (number < -largest_plausible && std::isinf(range.low));
}
} // namespace

/// Turns one node into a value of the wanted type, or reports why it cannot.
class ValueReader {
  public:
    ValueReader(TableReader const& table, FieldSpec const& spec)
        : table_{table}
        , spec_{spec} {}

    /// The key's value, taken out of `{ value = …, unit = … }`; null if absent or
    /// reported.
    [[nodiscard]] Node const* node() const {
        auto const* node = table_.readable(spec_.key);
        auto const wrapped = node != nullptr && node->kind == Node::Kind::table
                             && node->written_inline && node->find("value") != nullptr;
        if (!wrapped) return node;
        auto const known = [](Node const& child) {
            return child.name == "value" || child.name == "unit"
                   || child.name.starts_with("x-");
        };
        for (auto const& child : node->children) {
            if (known(child)) continue;
            table_.report_at(
                child.key_position,
                spec_.key,
                {"has the unknown key " + key_text(child.name)
                     + " (known: value, unit)",
                 "含未知键名 " + key_text(child.name) + "（可用：value、unit）"});
        }
        auto const* unit = node->find("unit");
        auto const unreadable = unit != nullptr && unit->kind == Node::Kind::unreadable;
        if (unit != nullptr && !unreadable && unit->text != spec_.unit) {
            table_.report_at(unit->position, spec_.key, wrong_unit(*unit, spec_));
            return nullptr;
        }
        auto const* value = node->find("value");
        return value->kind == Node::Kind::unreadable ? nullptr : value;
    }

    [[nodiscard]] std::optional<double> number(Node const& node) const {
        if (!node.is_number())
            return fail(node, wrong_kind(node, spec_, {"a number", "数值"}));
        auto const number = node.number();
        if (!std::isfinite(number)) return fail(node, not_finite(node, spec_));
        if (is_outside(number, spec_.range))
            return fail(node, out_of_range(node, spec_));
        if (is_implausible(number, spec_.range))
            return fail(node, too_large(node, spec_));
        return number;
    }

    [[nodiscard]] std::optional<int> whole(Node const& node) const {
        if (!node.is_number()) {
            return fail(node, wrong_kind(node, spec_, {"a whole number", "整数"}));
        }
        auto const value = number(node);
        if (!value) return std::nullopt;
        if (std::floor(*value) != *value) return fail(node, not_whole(node, spec_));
        if (std::abs(*value) > std::numeric_limits<int>::max()) {
            return fail(node, too_large(node, spec_));
        }
        return static_cast<int>(*value);
    }

    [[nodiscard]] std::optional<bool> truth(Node const& node) const {
        if (node.kind == Node::Kind::boolean) return node.boolean;
        return fail(node, wrong_kind(node, spec_, {"true or false", " true 或 false"}));
    }

    [[nodiscard]] std::optional<Month> month(Node const& node) const {
        if (node.kind == Node::Kind::text) {
            if (auto const month = Month::parse(node.text)) return month;
        }
        return fail(node, not_a_month(node, spec_));
    }

    [[nodiscard]] std::optional<std::string> text(Node const& node) const {
        if (node.kind != Node::Kind::text) {
            return fail(node, wrong_kind(node, spec_, {"text", "文本"}));
        }
        auto const& words = spec_.choices;
        if (!words.empty()
            && std::find(words.begin(), words.end(), node.text) == words.end()) {
            return fail(node, not_among(node, spec_, {words.begin(), words.end()}));
        }
        return node.text;
    }

    /// The key's value by `convert`, into `into` if it can be read.
    template<class Value, class Convert>
    void one(Value& into, Convert const& convert) const {
        auto const* found = node();
        if (found == nullptr) return;
        if (auto value = convert(*found)) into = std::move(*value);
    }

    /// The elements of the key's list; all or none, so that rows are not shifted.
    template<class Value, class Convert>
    void list(std::vector<Value>& into, Wanted wanted, Convert const& convert) const {
        auto const* found = node();
        if (found == nullptr) return;
        if (found->kind != Node::Kind::list) {
            fail(*found, wrong_kind(*found, spec_, wanted));
            return;
        }
        std::vector<Value> values;
        for (auto const& element : found->children) {
            if (element.kind == Node::Kind::unreadable) continue;
            if (auto value = convert(element)) values.push_back(std::move(*value));
        }
        if (values.size() == found->children.size()) into = std::move(values);
    }

  private:
    std::nullopt_t fail(Node const& node, Complaint complaint) const {
        if (node.kind != Node::Kind::unreadable) {
            table_.report_at(node.position, spec_.key, std::move(complaint));
        }
        return std::nullopt;
    }

    TableReader const& table_;
    FieldSpec const& spec_;
};

void TableReader::read_value(FieldSpec const& spec, double& into) const {
    ValueReader const reader{*this, spec};
    reader.one(into, [&](Node const& node) { return reader.number(node); });
}

void TableReader::read_value(FieldSpec const& spec, int& into) const {
    ValueReader const reader{*this, spec};
    reader.one(into, [&](Node const& node) { return reader.whole(node); });
}

void TableReader::read_value(FieldSpec const& spec, bool& into) const {
    ValueReader const reader{*this, spec};
    reader.one(into, [&](Node const& node) { return reader.truth(node); });
}

void TableReader::read_value(FieldSpec const& spec, Month& into) const {
    ValueReader const reader{*this, spec};
    reader.one(into, [&](Node const& node) { return reader.month(node); });
}

void TableReader::read_value(FieldSpec const& spec, std::string& into) const {
    ValueReader const reader{*this, spec};
    reader.one(into, [&](Node const& node) { return reader.text(node); });
}

void TableReader::read_value(
    FieldSpec const& spec, std::vector<std::string>& into) const {
    ValueReader const reader{*this, spec};
    reader.list(into, {"a list of texts", "文本列表"}, [&](Node const& node) {
        return reader.text(node);
    });
}

void TableReader::read_value(FieldSpec const& spec, std::vector<double>& into) const {
    ValueReader const reader{*this, spec};
    reader.list(into, {"a list of numbers", "数值列表"}, [&](Node const& node) {
        return reader.number(node);
    });
}

void TableReader::read_value(FieldSpec const& spec, std::vector<int>& into) const {
    ValueReader const reader{*this, spec};
    reader.list(into, {"a list of whole numbers", "整数列表"}, [&](Node const& node) {
        return reader.whole(node);
    });
}

void TableReader::read_value(FieldSpec const& spec, std::vector<Month>& into) const {
    ValueReader const reader{*this, spec};
    reader.list(into, {"a list of months", "月份列表"}, [&](Node const& node) {
        return reader.month(node);
    });
}

void TableReader::require_length(
    FieldSpec const& spec, std::size_t got, std::size_t wanted) const {
    if (got != wanted) report(spec.key, wrong_length(got, wanted, spec));
}

void TableReader::check_among(
    std::string_view key, std::vector<std::string> const& words) const {
    auto const* found = readable(key);
    if (found == nullptr) return;
    auto const check = [&](Node const& node) {
        auto const known =
            std::find(words.begin(), words.end(), node.text) != words.end();
        if (node.kind != Node::Kind::text || known) return;
        report_at(node.position, key, not_among(node, {.key = key}, words));
    };
    if (found->kind != Node::Kind::list) return check(*found);
    for (auto const& element : found->children)
        check(element);
}

} // namespace canopy
