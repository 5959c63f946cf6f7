#include "sim/io/document_merge.hpp"

#include "sim/base/spelling.hpp"
#include "sim/base/written.hpp"
#include "sim/io/entries.hpp"

#include <algorithm>

namespace canopy {

namespace {
Diagnostic at(Node const& entry, std::string key) {
    return {.position = entry.position, .key = std::move(key)};
}

class Merge {
  public:
    explicit Merge(Diagnostics& diagnostics)
        : diagnostics_{diagnostics} {}

    void tables(Node& parent, Node own, std::string const& path) {
        parent.position = own.position;
        parent.key_position = own.key_position;
        for (auto& child : own.children) {
            auto* old = parent.find(child.name);
            auto const below = path_text(path, child.name);
            if (old == nullptr) {
                parent.put(std::move(child));
            } else if (is_section(*old) && is_section(child)) {
                tables(*old, std::move(child), below);
            } else if (old->is_table_array() && child.is_table_array()) {
                entries(*old, std::move(child), below);
            } else {
                *old = std::move(child);
            }
        }
    }

  private:
    static bool is_section(Node const& node) {
        return node.kind == Node::Kind::table && !node.has_unit();
    }

    void entries(Node& parent, Node own, std::string const& path) {
        auto const n_inherited = parent.children.size();
        for (auto& entry : own.children) {
            auto const name = entry.entry_name();
            auto const inherited_end =
                parent.children.begin() + static_cast<long>(n_inherited);
            auto const old = std::find_if(
                parent.children.begin(), inherited_end, [&](Node const& candidate) {
                    return !name.empty() && candidate.entry_name() == name;
                });
            if (old == inherited_end) {
                require_kind(parent, entry, path);
                parent.children.push_back(std::move(entry));
            } else if (may_merge(*old, entry, path_text(path, name))) {
                tables(*old, std::move(entry), path_text(path, name));
            }
        }
    }

    bool may_merge(Node const& old, Node const& entry, std::string const& path) {
        if (!is_named(old) && !is_named(entry)) {
            report_same_kind(old, entry, path);
            return false;
        }
        auto const* kind = entry.find("kind");
        auto const* old_kind = old.find("kind");
        auto const changes = kind != nullptr && old_kind != nullptr
                             && kind->kind == Node::Kind::text
                             && kind->text != old_kind->text;
        if (changes) report_other_kind(*old_kind, *kind, path);
        return !changes;
    }

    void report_same_kind(Node const& old, Node const& entry, std::string const& path) {
        auto const name = entry.entry_name();
        auto const where = old.position.file + ":" + std::to_string(old.position.line);
        auto diagnostic = at(entry, path);
        diagnostic.position = entry.find("kind")->position;
        diagnostic.problem = "would merge with the base's entry (" + where
                             + ") only because both go by their kind";
        diagnostic.problem_zh =
            "与上级情景的条目（" + where + "）都未写 name、只因 kind 相同而会合并";
        diagnostic.suggestion = "give it a name of its own to add it, or write name = "
                                + in_quotes(name) + " to change the base's";
        diagnostic.suggestion_zh =
            "若为新增，请另起 name；若要修改上级条目，请写 name = " + in_quotes(name);
        diagnostics_.add(std::move(diagnostic));
    }

    void
    report_other_kind(Node const& old_kind, Node const& kind, std::string const& path) {
        auto const where =
            old_kind.position.file + ":" + std::to_string(old_kind.position.line);
        diagnostics_.add(
            {.position = kind.position,
             .key = path + ".kind",
             .problem = "= " + value_text(kind) + " is not the base's "
                        + value_text(old_kind) + " (" + where
                        + "; an entry keeps its kind)",
             .problem_zh = "= " + value_text(kind) + " 与上级情景的 "
                           + value_text(old_kind) + " 不同（" + where
                           + "；合并时不能改变 kind）",
             .suggestion = "give it a name of its own",
             .suggestion_zh = "请另起 name"});
    }

    /// An entry without a kind was meant to change one of the base's.
    void require_kind(Node const& parent, Node& entry, std::string const& path) {
        auto const all_have_kind = std::all_of(
            parent.children.begin(), parent.children.end(), [](Node const& other) {
                return other.find("kind") != nullptr;
            });
        if (!all_have_kind || entry.find("kind") != nullptr || !is_named(entry)) return;
        auto const name = entry.entry_name();
        Diagnostic diagnostic{
            .position = entry.find("name")->position,
            .key = path_text(path, name),
            .problem = "has no kind, and the base has no entry of that name",
            .problem_zh = "没有写 kind，上级情景中也没有这个名称的条目"};
        if (auto const near = nearest_word(name, names_inside(parent))) {
            diagnostic.suggestion = "did you mean " + *near + "?";
            diagnostic.suggestion_zh = "是否应为 " + *near + "？";
        }
        diagnostics_.add(std::move(diagnostic));
        entry.put({.kind = Node::Kind::unreadable, .name = "kind"});
    }

    Diagnostics& diagnostics_;
};

} // namespace

void merge(Node& parent, Node own, Diagnostics& diagnostics) {
    Merge{diagnostics}.tables(parent, std::move(own), "");
}

} // namespace canopy
