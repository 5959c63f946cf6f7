#include "sim/io/table_reader.hpp"

#include "sim/io/field_mistake.hpp"
#include "sim/io/reading.hpp"

#include <algorithm>

namespace canopy {

TableReader::TableReader(
    std::shared_ptr<Reading> reading, Node const* node, std::string path)
    : reading_{std::move(reading)}
    , node_{node}
    , path_{std::move(path)} {
    if (node_ != nullptr) reading_->asked.try_emplace(node_);
}

Diagnostics& TableReader::diagnostics() const {
    return reading_->diagnostics;
}

Node const* TableReader::find(std::string_view key) const {
    if (node_ == nullptr) return nullptr;
    reading_->asked[node_].keys.emplace(key);
    return node_->find(key);
}

Node const* TableReader::readable(std::string_view key) const {
    auto const* node = find(key);
    return node == nullptr || node->kind == Node::Kind::unreadable ? nullptr : node;
}

bool TableReader::has(std::string_view key) const {
    return find(key) != nullptr;
}

bool TableReader::holds_text(std::string_view key) const {
    auto const* node = find(key);
    return node != nullptr && node->kind == Node::Kind::text;
}

std::string TableReader::text_of(std::string_view key) const {
    auto const* node = node_ == nullptr ? nullptr : node_->find(key);
    return node == nullptr ? std::string{} : value_text(*node);
}

bool TableReader::require(std::string_view key) const {
    if (has(key)) return true;
    auto const line = std::string{key} + " = …";
    report(key, {"is missing", "没有写", "add " + line, "请补上 " + line});
    return false;
}

std::vector<std::string> TableReader::keys() const {
    std::vector<std::string> names;
    if (node_ == nullptr) return names;
    for (auto const& child : node_->children)
        if (!child.name.starts_with("x-")) names.push_back(child.name);
    return names;
}

TableReader TableReader::table(std::string_view key) const {
    auto const* node = readable(key);
    if (node != nullptr && node->kind != Node::Kind::table) {
        auto const header = "[" + path_text(path_, key) + "]";
        auto complaint = wrong_kind(*node, {.key = key}, {"a table", "表"});
        complaint.suggestion = "write it as " + header;
        complaint.suggestion_zh = "请写成 " + header;
        report(key, std::move(complaint));
        node = nullptr;
    }
    return {reading_, node, path_text(path_, key)};
}

std::vector<TableReader> TableReader::tables(std::string_view key) const {
    auto const* node = readable(key);
    if (node == nullptr) return {};
    auto const all_tables = [](Node const& list) {
        return std::all_of(
            list.children.begin(), list.children.end(), [](Node const& entry) {
                return entry.kind == Node::Kind::table;
            });
    };
    if (node->kind != Node::Kind::list || !all_tables(*node)) {
        auto const header = "[[" + path_text(path_, key) + "]]";
        auto complaint =
            wrong_kind(*node, {.key = key}, {"a list of tables", "表的列表"});
        complaint.suggestion = "write each entry under " + header;
        complaint.suggestion_zh = "每个条目请写在 " + header + " 之下";
        report(key, std::move(complaint));
        return {};
    }
    std::vector<TableReader> entries;
    auto const path = path_text(path_, key);
    for (std::size_t i = 0; i < node->children.size(); ++i) {
        auto const& entry = node->children[i];
        entries.emplace_back(reading_, &entry, entry_path(path, entry, i));
    }
    return entries;
}

std::string TableReader::name() const {
    return node_ == nullptr ? std::string{} : node_->entry_name();
}

SourcePosition TableReader::position() const {
    return node_ == nullptr ? reading_->root.position : node_->position;
}

SourcePosition TableReader::position(std::string_view key) const {
    auto const* node = node_ == nullptr ? nullptr : node_->find(key);
    return node == nullptr ? position() : node->position;
}

SourcePosition TableReader::key_position(std::string_view key) const {
    auto const* node = node_ == nullptr ? nullptr : node_->find(key);
    return node == nullptr ? position() : node->key_position;
}

void TableReader::report(std::string_view key, Complaint complaint) const {
    report_at(position(key), key, std::move(complaint));
}

void TableReader::report_key(std::string_view key, Complaint complaint) const {
    report_at(key_position(key), key, std::move(complaint));
}

void TableReader::report_element(
    std::string_view key, std::size_t index, Complaint complaint) const {
    auto const* node = node_ == nullptr ? nullptr : node_->find(key);
    auto const inside = node != nullptr && index < node->children.size();
    auto const where = inside ? node->children[index].position : position(key);
    report_at(where, key, std::move(complaint));
}

void TableReader::report_at(
    SourcePosition position, std::string_view key, Complaint complaint) const {
    diagnostics().add(
        {.position = std::move(position),
         .key = key.empty() ? path_ : path_text(path_, key),
         .problem = std::move(complaint.problem),
         .problem_zh = std::move(complaint.problem_zh),
         .suggestion = std::move(complaint.suggestion),
         .suggestion_zh = std::move(complaint.suggestion_zh)});
}

void TableReader::ignore_rest() const {
    if (node_ != nullptr) reading_->asked[node_].ignore_rest = true;
}

} // namespace canopy
