#include "sim/io/reading.hpp"

#include "sim/base/spelling.hpp"

#include <vector>

namespace canopy {

namespace {
constexpr std::size_t most_keys_listed = 12;

using Keys = std::set<std::string, std::less<>>;

bool is_note(std::string_view key) {
    return key.starts_with("x-");
}

std::string listed(Keys const& keys, std::string_view between) {
    std::string text;
    for (auto const& key : keys)
        text += (text.empty() ? "" : std::string{between}) + key;
    return text;
}

class UnreadKeys {
  public:
    explicit UnreadKeys(Reading& reading)
        : reading_{reading} {}

    void visit(Node const& table, std::string const& path) {
        auto const asked = reading_.asked.find(&table);
        if (asked == reading_.asked.end() || asked->second.ignore_rest) return;
        for (auto const& child : table.children) {
            auto const nobody_wrote_it = child.key_position.line == 0;
            if (is_note(child.name) || nobody_wrote_it) continue;
            auto const below = path_text(path, child.name);
            if (asked->second.keys.contains(child.name)) {
                visit_known(child, below);
            } else {
                report(child, below, asked->second.keys);
            }
        }
    }

  private:
    void visit_known(Node const& child, std::string const& path) {
        if (child.kind == Node::Kind::table) visit(child, path);
        if (child.kind != Node::Kind::list) return;
        for (std::size_t i = 0; i < child.children.size(); ++i)
            visit(child.children[i], entry_path(path, child.children[i], i));
    }

    void report(Node const& child, std::string const& path, Keys const& known) {
        Diagnostic diagnostic{
            .position = child.key_position,
            .key = path,
            .problem = "is not a known key (notes of your own begin with x-)",
            .problem_zh = "不是已知的键名（自己的备注请以 x- 开头）"};
        suggest(diagnostic, child.name, known);
        reading_.diagnostics.add(std::move(diagnostic));
    }

    void
    suggest(Diagnostic& diagnostic, std::string const& key, Keys const& known) const {
        std::vector<std::string> const words{known.begin(), known.end()};
        if (auto const near = nearest_word(key, words)) {
            diagnostic.suggestion = "did you mean " + *near + "?";
            diagnostic.suggestion_zh = "是否应为 " + *near + "？";
        } else if (stands_above(key) && !known.contains(key)) {
            diagnostic.suggestion =
                key + " belongs above the first [table] of the file";
            diagnostic.suggestion_zh = key + " 应写在文件第一个 [表] 之前";
        } else if (!known.empty() && known.size() <= most_keys_listed) {
            diagnostic.suggestion = "known here: " + listed(known, ", ");
            diagnostic.suggestion_zh = "此处可用：" + listed(known, "、");
        }
    }

    [[nodiscard]] bool stands_above(std::string const& key) const {
        auto const root = reading_.asked.find(&reading_.root);
        return root != reading_.asked.end() && root->second.keys.contains(key);
    }

    Reading& reading_;
};
} // namespace

void report_unread(Reading& reading) {
    UnreadKeys{reading}.visit(reading.root, "");
}

} // namespace canopy
