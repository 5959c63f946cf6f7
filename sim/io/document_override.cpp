#include "sim/io/document_override.hpp"

#include "sim/base/spelling.hpp"
#include "sim/base/unicode.hpp"
#include "sim/io/entries.hpp"
#include "sim/io/table_reader_toml.hpp"

#include <algorithm>
#include <variant>

namespace canopy {

namespace {
constexpr std::string_view lead =
    "value = "; // before an option's value, to make it TOML

/// Moves a value that was parsed behind `lead` to its place in the option.
void relocate(Node& node, std::uint32_t line, std::uint32_t column) {
    for (auto* position : {&node.position, &node.key_position}) {
        position->file = override_source;
        position->line = line;
        position->column += column;
        position->column -= static_cast<std::uint32_t>(lead.size() + 1);
    }
    for (auto& child : node.children)
        relocate(child, line, column);
}

class Override {
  public:
    Override(std::string_view option, std::uint32_t number, Diagnostics& diagnostics)
        : option_{option}
        , number_{number}
        , diagnostics_{diagnostics} {}

    void apply(Node& root) {
        auto const equals = option_.find('=');
        if (equals == std::string_view::npos || equals == 0) return report_form();
        path_ = option_.substr(0, equals);
        auto const parts = path_parts(path_);
        auto const empty = [](std::string const& part) { return part.empty(); };
        if (std::any_of(parts.begin(), parts.end(), empty)) return report_form();
        if (parts.front() == "base" || parts.front() == "remove") {
            return report(
                "cannot be set by --set",
                "不能用 --set 设置",
                "write it in the file",
                "请写在文件中");
        }
        auto value = parsed(option_.substr(equals + 1));
        if (!value) return;
        if (auto* table = table_of(root, parts))
            put(*table, parts.back(), std::move(*value));
    }

  private:
    /// The table that holds the last part; tables that are absent are made.
    Node* table_of(Node& root, std::vector<std::string> const& parts) {
        auto* node = &root;
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            auto* next = step_into(*node, parts[i]);
            if (next == nullptr && node->is_table_array()) {
                report_no_entry(*node, parts[i]);
                return nullptr;
            }
            if (next == nullptr) {
                next = &node->put(
                    {.name = parts[i],
                     .key_position = key_position(),
                     .position = key_position()});
            }
            node = next;
            if (node->kind == Node::Kind::table || node->is_table_array()) continue;
            report(
                "cannot be set (" + parts[i] + " is a value, not a table)",
                "不能设置（" + parts[i] + " 是值，不是表）",
                "",
                "");
            return nullptr;
        }
        if (!node->is_table_array()) return node;
        report_whole_table();
        return nullptr;
    }

    void put(Node& table, std::string const& key, Node value) {
        auto const* old = table.find(key);
        auto const holds_more = old != nullptr
                                && (old->is_table_array()
                                    || (old->kind == Node::Kind::table
                                        && !old->has_unit() && !old->written_inline));
        if (holds_more) return report_whole_table();
        value.name = key;
        value.key_position = key_position();
        table.put(std::move(value));
    }

    std::optional<Node> parsed(std::string_view text) {
        auto const file = std::string{override_source};
        auto const column = static_cast<std::uint32_t>(
            characters(option_.substr(0, option_.size() - text.size())).size() + 1);
        auto const one_line = text.find('\n') == std::string_view::npos;
        auto result = parse_toml(std::string{lead} + std::string{text}, file);
        if (auto* root = std::get_if<Node>(&result); root != nullptr && one_line) {
            auto value = std::move(*root->find("value"));
            relocate(value, number_, column);
            return value;
        }
        auto const first = text.empty() ? '"' : text.front();
        if (one_line
            && std::string_view{"\"'[{"}.find(first) == std::string_view::npos) {
            return Node{
                .kind = Node::Kind::text,
                .position = {file, number_, column},
                .text = std::string{text}};
        }
        report(
            "has a value that is not TOML",
            "的值不符合 TOML 写法",
            "write path.to.key=value",
            "请写成 路径.键名=值");
        return std::nullopt;
    }

    [[nodiscard]] SourcePosition key_position() const {
        return {std::string{override_source}, number_, 1};
    }

    void report_form() {
        path_ = option_;
        report(
            "is not path.to.key=value",
            "不是 路径.键名=值 的形式",
            "write --set lever.NAME.key=value",
            "请写成 --set lever.名称.键名=值");
    }

    void report_whole_table() {
        report(
            "is a whole table (--set changes one value)",
            "是整个表（--set 只改一个值）",
            "name a key in it",
            "请写到其中的键名");
    }

    void report_no_entry(Node const& array, std::string const& name) {
        auto const near = nearest_word(name, names_inside(array));
        report(
            "names no entry of the scenario (" + name + ")",
            "在情景中没有这个条目（" + name + "）",
            near ? "did you mean " + *near + "?" : "",
            near ? "是否应为 " + *near + "？" : "");
    }

    void report(
        std::string problem,
        std::string problem_zh,
        std::string suggestion,
        std::string suggestion_zh) {
        diagnostics_.add(
            {.position = key_position(),
             .key = clipped(path_, 80),
             .problem = std::move(problem),
             .problem_zh = std::move(problem_zh),
             .suggestion = std::move(suggestion),
             .suggestion_zh = std::move(suggestion_zh)});
    }

    std::string_view option_;
    std::uint32_t number_;
    Diagnostics& diagnostics_;
    std::string path_;
};
} // namespace

void apply_overrides(
    Node& root, std::vector<std::string> const& options, Diagnostics& diagnostics) {
    std::string lines;
    for (auto const& option : options) {
        auto line = option;
        std::replace(line.begin(), line.end(), '\n', ' ');
        lines += line + "\n";
    }
    diagnostics.add_source(std::string{override_source}, lines);
    for (std::size_t i = 0; i < options.size(); ++i) {
        Override{options[i], static_cast<std::uint32_t>(i + 1), diagnostics}.apply(
            root);
    }
}

} // namespace canopy
