#include "sim/io/node.hpp"

#include "sim/base/written.hpp"
#include "sim/io/text_scan.hpp"

#include <algorithm>

namespace canopy {

namespace {
auto lower_bound(auto& children, std::string_view key) {
    return std::lower_bound(
        children.begin(),
        children.end(),
        key,
        [](Node const& child, std::string_view wanted) {
            return child.name.compare(wanted) < 0;
        });
}

auto* found(auto& children, std::string_view key) {
    auto const place = lower_bound(children, key);
    return place != children.end() && place->name == key ? &*place : nullptr;
}

std::string real_text(double real) {
    auto text = written(real);
    return text.find_first_of(".ein") == std::string::npos ? text + ".0" : text;
}

std::string joined(Node const& node) {
    std::string text;
    for (auto const& child : node.children) {
        if (!text.empty()) text += ", ";
        if (node.kind == Node::Kind::table) text += key_text(child.name) + " = ";
        text += value_text(child);
    }
    return text;
}

bool is_section(Node const& node) {
    if (node.is_table_array()) return true;
    return node.kind == Node::Kind::table && !node.has_unit() && !node.written_inline;
}

void write_table(Node const& table, std::string const& path, std::string& text) {
    for (auto const& child : table.children) {
        if (!is_section(child)) {
            text += key_text(child.name) + " = " + value_text(child) + "\n";
        }
    }
    for (auto const& child : table.children) {
        if (!is_section(child)) continue;
        auto const below = path_text(path, child.name);
        if (child.kind == Node::Kind::table) {
            text += "\n[" + below + "]\n";
            write_table(child, below, text);
            continue;
        }
        for (auto const& entry : child.children) {
            text += "\n[[" + below + "]]\n";
            write_table(entry, below, text);
        }
    }
}
} // namespace

Node const* Node::find(std::string_view key) const {
    return kind == Kind::table ? found(children, key) : nullptr;
}

Node* Node::find(std::string_view key) {
    return kind == Kind::table ? found(children, key) : nullptr;
}

Node& Node::put(Node child) {
    if (auto* old = find(child.name)) return *old = std::move(child);
    return *children.insert(lower_bound(children, child.name), std::move(child));
}

void Node::erase(std::string_view key) {
    std::erase_if(children, [&](Node const& child) { return child.name == key; });
}

bool Node::is_table_array() const {
    return kind == Kind::list && !written_inline && !children.empty();
}

bool Node::has_unit() const {
    if (!written_inline || find("value") == nullptr) return false;
    auto const count = find("unit") == nullptr ? 1U : 2U;
    return children.size() == count && find("value")->kind != Kind::table;
}

std::string Node::entry_name() const {
    for (auto const* key : {"name", "kind"}) {
        auto const* child = find(key);
        if (child != nullptr)
            return child->kind == Kind::text ? child->text : std::string{};
    }
    return {};
}

std::string value_text(Node const& node) {
    switch (node.kind) {
    case Node::Kind::table:
        if (node.has_unit()) return value_text(*node.find("value"));
        return node.children.empty() ? "{}" : "{ " + joined(node) + " }";
    case Node::Kind::list:
        return "[" + joined(node) + "]";
    case Node::Kind::text:
        return in_quotes(node.text);
    case Node::Kind::integer:
        return std::to_string(node.integer);
    case Node::Kind::real:
        return real_text(node.real);
    case Node::Kind::boolean:
        return node.boolean ? "true" : "false";
    case Node::Kind::date:
        return node.text;
    case Node::Kind::unreadable:
        break;
    }
    return std::string{unreadable_value_toml};
}

std::string key_text(std::string_view key) {
    constexpr std::string_view bare =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    auto const is_bare =
        !key.empty() && key.find_first_not_of(bare) == std::string_view::npos;
    return is_bare ? std::string{key} : in_quotes(key);
}

std::string path_text(std::string_view path, std::string_view key) {
    return (path.empty() ? "" : std::string{path} + ".") + key_text(key);
}

std::string entry_path(std::string_view path, Node const& entry, std::size_t index) {
    auto const name = entry.entry_name();
    return path_text(path, name.empty() ? std::to_string(index + 1) : name);
}

std::vector<std::string> path_parts(std::string_view path) {
    std::vector<std::string> parts(1);
    char quote = '\0';
    for (auto const letter : path) {
        if (quote != '\0') {
            if (letter == quote) {
                quote = '\0';
            } else {
                parts.back() += letter;
            }
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
        } else if (letter == '.') {
            parts.emplace_back();
        } else if (letter != ' ') {
            parts.back() += letter;
        }
    }
    return parts;
}

std::string document_text(Node const& root) {
    std::string text;
    write_table(root, "", text);
    return text;
}

} // namespace canopy
