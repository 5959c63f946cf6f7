#pragma once

#include "sim/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// A value of a scenario file with the place it was written at: the tree that files are
/// merged in.
struct Node {
    enum class Kind { table, list, text, integer, real, boolean, date, unreadable };

    Kind kind = Kind::table;
    std::string name{};            ///< its key in the table above; none in a list
    SourcePosition key_position{}; ///< where the key stands
    SourcePosition position{};     ///< where the value stands
    std::vector<Node>
        children{};     ///< of a table, by name in ascending order; of a list, in order
    std::string text{}; ///< of a text or date
    std::int64_t integer = 0;
    double real = 0.0;
    bool boolean = false;
    bool written_inline = false; ///< `{ … }` or `[ … ]` rather than under a header

    [[nodiscard]] Node const* find(std::string_view key) const;
    [[nodiscard]] Node* find(std::string_view key);

    /// Adds a child to a table, in place of one with the same name.
    Node& put(Node child);

    void erase(std::string_view key);

    [[nodiscard]] bool is_number() const {
        return kind == Kind::integer || kind == Kind::real;
    }

    [[nodiscard]] double number() const {
        return kind == Kind::integer ? static_cast<double>(integer) : real;
    }

    /// `[[…]]` entries, which merge by name.
    [[nodiscard]] bool is_table_array() const;

    /// `{ value = 0.2, unit = "1" }` and no other keys: a value with its unit beside
    /// it.
    [[nodiscard]] bool has_unit() const;

    /// What an entry of `[[…]]` is called: its `name`, else its `kind`, else nothing.
    [[nodiscard]] std::string entry_name() const;
};

/// A value as TOML on one line; a value with a unit without its unit.
[[nodiscard]] std::string value_text(Node const& node);

/// A key as TOML writes it: bare, or in quotes where it must be.
[[nodiscard]] std::string key_text(std::string_view key);

/// `lever` and `congress_2023` as `lever.congress_2023`; the root's path is empty.
[[nodiscard]] std::string path_text(std::string_view path, std::string_view key);

/// The path of the entry `[[path]]` at `index`: by its name, else by its number from 1.
[[nodiscard]] std::string
entry_path(std::string_view path, Node const& entry, std::size_t index);

/// The parts of `lever.congress_2023.meetings`; quoted parts may hold dots.
[[nodiscard]] std::vector<std::string> path_parts(std::string_view path);

/// A whole document as TOML: keys in ascending order, entries of `[[…]]` in theirs.
[[nodiscard]] std::string document_text(Node const& root);

} // namespace canopy
