#include "sim/io/document_removal.hpp"

#include "sim/base/spelling.hpp"
#include "sim/base/unicode.hpp"
#include "sim/base/written.hpp"
#include "sim/io/entries.hpp"

namespace canopy {

namespace {
/// Erases what a path names; the level that lacks it if there is no such part.
struct Removed {
    Node const* level = nullptr;
    std::string missing;
};

Removed remove_path(Node& root, std::vector<std::string> const& parts) {
    auto* node = &root;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const* next = step_into(*node, parts[i]);
        if (next == nullptr) return {node, parts[i]};
        if (i + 1 == parts.size()) {
            std::erase_if(
                node->children, [&](Node const& child) { return &child == next; });
            return {};
        }
        node = step_into(*node, parts[i]);
    }
    return {};
}
} // namespace

std::vector<Removal> take_removals(Node& own, Diagnostics& diagnostics) {
    std::vector<Removal> removals;
    auto const* list = own.find("remove");
    if (list == nullptr) return removals;
    auto const complain = [&](Node const& node) {
        if (node.kind == Node::Kind::unreadable) return;
        diagnostics.add(
            {.position = node.position,
             .key = "remove",
             .problem =
                 "= " + clipped(value_text(node), 60) + " is not a list of names",
             .problem_zh = "= " + clipped(value_text(node), 60) + " 不是名称的列表",
             .suggestion = "write remove = [\"lever.NAME\"]",
             .suggestion_zh = "请写成 remove = [\"lever.名称\"]"});
    };
    if (list->kind != Node::Kind::list) complain(*list);
    for (auto const& element : list->children) {
        if (element.kind == Node::Kind::text) {
            removals.push_back({element.text, element.position});
        } else if (list->kind == Node::Kind::list) {
            complain(element);
        }
    }
    own.erase("remove");
    return removals;
}

void apply_removals(
    Node& parent, std::vector<Removal> const& removals, Diagnostics& diagnostics) {
    for (auto const& removal : removals) {
        auto const [level, missing] = remove_path(parent, path_parts(removal.path));
        if (level == nullptr) continue;
        Diagnostic diagnostic{
            .position = removal.position,
            .key = "remove",
            .problem = "= " + in_quotes(clipped(removal.path, 60))
                       + " names nothing in the base",
            .problem_zh =
                "= " + in_quotes(clipped(removal.path, 60)) + " 在上级情景中不存在"};
        auto const names = names_inside(*level);
        if (auto const near = nearest_word(missing, names)) {
            auto better = removal.path;
            better.replace(better.rfind(missing), missing.size(), *near);
            diagnostic.suggestion = "did you mean " + in_quotes(better) + "?";
            diagnostic.suggestion_zh = "是否应为 " + in_quotes(better) + "？";
        }
        diagnostics.add(std::move(diagnostic));
    }
}

void report_removals_without_base(
    std::vector<Removal> const& removals, Diagnostics& diagnostics) {
    for (auto const& removal : removals) {
        auto const got = "= " + in_quotes(clipped(removal.path, 60)) + " ";
        diagnostics.add(
            {.position = removal.position,
             .key = "remove",
             .problem = got + "has nothing to be removed from (there is no base)",
             .problem_zh = got + "无可删除（没有写 base）",
             .suggestion = "delete the entry itself, or add base = \"….toml\"",
             .suggestion_zh = "请直接删去该条目，或补上 base = \"….toml\""});
    }
}

} // namespace canopy
