#include "sim/io/entries.hpp"

#include <algorithm>
#include <map>

namespace canopy {

namespace {
bool is_unreadable(Node const* node) {
    return node != nullptr && node->kind == Node::Kind::unreadable;
}

Diagnostic at(Node const& entry, std::string key) {
    return {.position = entry.position, .key = std::move(key)};
}

void report_nameless(
    Node const& entry, std::string const& path, Diagnostics& diagnostics) {
    if (is_unreadable(entry.find("kind")) || is_unreadable(entry.find("name"))) return;
    auto diagnostic = at(entry, path);
    diagnostic.problem =
        "has an entry without a name (entries go by `name`, else by `kind`)";
    diagnostic.problem_zh =
        "有一个条目没有名称（条目以 name 为名，未写时以 kind 为名）";
    diagnostic.suggestion = "add kind = \"…\" or name = \"…\"";
    diagnostic.suggestion_zh = "请补上 kind = \"…\" 或 name = \"…\"";
    diagnostics.add(std::move(diagnostic));
}

void report_duplicate(
    Node const& entry,
    Node const& first,
    std::string const& path,
    Diagnostics& diagnostics) {
    auto const name = entry.entry_name();
    auto const line = std::to_string(first.position.line);
    auto diagnostic = at(entry, path_text(path, name));
    if (is_named(entry)) {
        diagnostic.position = entry.find("name")->position;
        diagnostic.problem = "is a name used twice (first on line " + line + ")";
        diagnostic.problem_zh = "名称重复（首次出现在第 " + line + " 行）";
        diagnostic.suggestion = "give each entry a name of its own";
        diagnostic.suggestion_zh = "请为每个条目起不同的名称";
    } else {
        diagnostic.position = entry.find("kind")->position;
        diagnostic.problem = "is the second of its kind (first on line " + line
                             + "), and both go by their kind";
        diagnostic.problem_zh =
            "是同类的第二个条目（首个在第 " + line + " 行），两者都以 kind 为名";
        diagnostic.suggestion = "add name = \"" + name + "_2\"";
        diagnostic.suggestion_zh = "请加上 name = \"" + name + "_2\"";
    }
    diagnostics.add(std::move(diagnostic));
}

void check_array(Node const& array, std::string const& path, Diagnostics& diagnostics) {
    std::map<std::string, Node const*> first;
    for (auto const& entry : array.children) {
        auto const name = entry.entry_name();
        if (name.empty()) {
            report_nameless(entry, path, diagnostics);
            continue;
        }
        auto const [place, is_new] = first.emplace(name, &entry);
        if (!is_new) report_duplicate(entry, *place->second, path, diagnostics);
    }
}

void check_tables(Node const& node, std::string const& path, Diagnostics& diagnostics) {
    if (node.is_table_array()) check_array(node, path, diagnostics);
    for (auto const& child : node.children) {
        if (child.name.starts_with("x-")) continue;
        auto const* key = child.name.empty() ? nullptr : &child.name;
        check_tables(child, key == nullptr ? path : path_text(path, *key), diagnostics);
    }
}
} // namespace

bool is_named(Node const& entry) {
    auto const* name = entry.find("name");
    return name != nullptr && name->kind != Node::Kind::unreadable;
}

void check_entries(Node const& root, Diagnostics& diagnostics) {
    check_tables(root, "", diagnostics);
}

void silence_missing_kinds(Node& root) {
    for (auto& child : root.children) {
        if (!child.is_table_array()) continue;
        for (auto& entry : child.children) {
            if (entry.find("kind") != nullptr) continue;
            entry.put({.kind = Node::Kind::unreadable, .name = "kind"});
        }
    }
}

Node* step_into(Node& node, std::string const& part) {
    if (!node.is_table_array()) return node.find(part);
    auto const entry = std::find_if(
        node.children.begin(), node.children.end(), [&](Node const& candidate) {
            return candidate.entry_name() == part;
        });
    return entry == node.children.end() ? nullptr : &*entry;
}

std::vector<std::string> names_inside(Node const& node) {
    std::vector<std::string> names;
    for (auto const& child : node.children)
        names.push_back(node.is_table_array() ? child.entry_name() : child.name);
    return names;
}

} // namespace canopy
