#include "sim/io/document.hpp"

#include "sim/io/document_merge.hpp"
#include "sim/io/document_override.hpp"
#include "sim/io/document_removal.hpp"
#include "sim/io/entries.hpp"
#include "sim/io/mended_toml.hpp"
#include "sim/io/reading.hpp"
#include "sim/io/text_file.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

namespace canopy {

namespace {
namespace fs = std::filesystem;

/// Parents must stand inside the nearest folder `scenarios` above the file, else beside
/// it.
fs::path tree_of(fs::path const& file) {
    std::error_code error;
    auto const own =
        fs::weakly_canonical(fs::absolute(file, error), error).parent_path();
    for (auto folder = own; folder.has_relative_path(); folder = folder.parent_path()) {
        if (folder.filename() == "scenarios") return folder;
    }
    return own;
}

bool is_inside(fs::path const& file, fs::path const& folder) {
    auto const [end, at] =
        std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

void list_values(
    Node const& node, std::string const& path, std::vector<ResolvedValue>& values) {
    if (node.is_table_array()) {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            list_values(
                node.children[i], entry_path(path, node.children[i], i), values);
        }
    } else if (
        node.kind == Node::Kind::table && !node.has_unit() && !node.written_inline) {
        for (auto const& child : node.children)
            list_values(child, path_text(path, child.name), values);
    } else {
        values.push_back({path, value_text(node), node.position});
    }
}
} // namespace

/// Reads the chain of parents and merges it from the top down.
class DocumentLoader {
  public:
    DocumentLoader(fs::path const& file, std::vector<std::string> const& overrides)
        : tree_{tree_of(file)} {
        document_.reading_ = std::make_shared<Reading>();
        document_.overrides_ = overrides;
    }

    Document load(fs::path const& file) {
        SourcePosition const position{file.string(), 0, 0};
        auto text = read_text_file(file, {position, "", file.string()}, diagnostics());
        return build(file, std::move(text));
    }

    Document from_text(std::string text, fs::path const& file) {
        return build(file, checked_text(std::move(text), file.string(), diagnostics()));
    }

  private:
    Diagnostics& diagnostics() { return document_.reading_->diagnostics; }

    Document build(fs::path const& file, std::optional<std::string> text) {
        auto tree = text ? read(file, std::move(*text)) : std::nullopt;
        if (!tree) diagnostics().throw_if_any();
        auto& root = document_.reading_->root;
        root = std::move(tree).value();
        root.position = {file.string(), 1, 1};
        apply_overrides(root, document_.overrides_, diagnostics());
        return std::move(document_);
    }

    /// The tree of one file, merged over its parents'.
    std::optional<Node> read(fs::path const& file, std::string text) {
        std::error_code error;
        chain_.push_back(fs::weakly_canonical(fs::absolute(file, error), error));
        auto tree = read_toml(text, file.string(), diagnostics());
        document_.sources_.push_back({file, std::move(text)});
        if (!tree) return std::nullopt;
        auto& own = *tree;
        check_entries(own, diagnostics());
        auto const* base = own.find("base");
        auto const had_base = base != nullptr;
        auto parent = had_base ? read_parent(file, *base) : std::nullopt;
        own.erase("base");
        auto const removals = take_removals(own, diagnostics());
        if (!parent) {
            if (had_base) {
                stand_alone(own);
            } else {
                report_removals_without_base(removals, diagnostics());
            }
            return tree;
        }
        parent->erase("title");
        parent->erase("title_zh");
        apply_removals(*parent, removals, diagnostics());
        merge(*parent, std::move(own), diagnostics());
        return parent;
    }

    /// Without its parent a file is read as far as it goes.
    void stand_alone(Node& own) {
        document_.complete_ = false;
        silence_missing_kinds(own);
    }

    std::optional<Node> read_parent(fs::path const& file, Node const& base) {
        if (base.kind == Node::Kind::unreadable) return std::nullopt;
        if (base.kind != Node::Kind::text || base.text.empty()) {
            return refuse(
                base,
                "is not the name of a file",
                "不是文件名",
                "write base = \"….toml\"",
                "请写成 base = \"….toml\"");
        }
        auto const path = (file.parent_path() / base.text).lexically_normal();
        std::error_code error;
        auto const canonical = fs::weakly_canonical(fs::absolute(path, error), error);
        if (fs::path{base.text}.is_absolute() || !is_inside(canonical, tree_)) {
            return refuse(
                base,
                "lies outside " + tree_.string()
                    + " (a parent stands in the same tree)",
                "在 " + tree_.string() + " 之外（上级情景须在同一目录树内）",
                "copy it into that folder and name it from here",
                "请把它复制到该文件夹内，并写相对路径");
        }
        if (std::find(chain_.begin(), chain_.end(), canonical) != chain_.end()) {
            return refuse_cycle(base, canonical);
        }
        auto text =
            read_text_file(path, {base.position, "base", base.text}, diagnostics());
        if (!text) return std::nullopt;
        return read(path, std::move(*text));
    }

    std::nullopt_t refuse_cycle(Node const& base, fs::path const& again) {
        std::string chain;
        for (auto const& file : chain_)
            chain += file.filename().string() + " → ";
        chain += again.filename().string();
        return refuse(
            base,
            "closes a circle (" + chain + ")",
            "形成了循环（" + chain + "）",
            "the lowest file of a chain has no base",
            "最底层的情景不写 base");
    }

    std::nullopt_t refuse(
        Node const& base,
        std::string const& problem,
        std::string const& problem_zh,
        std::string suggestion,
        std::string suggestion_zh) {
        auto const got = "= " + value_text(base) + " ";
        diagnostics().add(
            {.position = base.position,
             .key = "base",
             .problem = got + problem,
             .problem_zh = got + problem_zh,
             .suggestion = std::move(suggestion),
             .suggestion_zh = std::move(suggestion_zh)});
        return std::nullopt;
    }

    Document document_;
    fs::path tree_;
    std::vector<fs::path> chain_;
};

Document
Document::load(fs::path const& file, std::vector<std::string> const& overrides) {
    return DocumentLoader{file, overrides}.load(file);
}

Document Document::from_text(
    std::string text, fs::path const& file, std::vector<std::string> const& overrides) {
    return DocumentLoader{file, overrides}.from_text(std::move(text), file);
}

Document Document::with(std::vector<std::string> const& overrides) const {
    auto changed = *this;
    changed.reading_ = std::make_shared<Reading>();
    changed.reading_->root = reading_->root;
    changed.reading_->diagnostics = reading_->diagnostics;
    changed.overrides_.insert(
        changed.overrides_.end(), overrides.begin(), overrides.end());
    apply_overrides(changed.reading_->root, overrides, changed.reading_->diagnostics);
    return changed;
}

TableReader Document::root() const {
    return {reading_, &reading_->root, ""};
}

Diagnostics& Document::diagnostics() const {
    return reading_->diagnostics;
}

void Document::finish() const {
    report_unread(*reading_);
    diagnostics().throw_if_any();
}

std::string Document::text_as_given() const {
    std::string text;
    for (auto const& source : sources_) {
        text += "# " + source.file.filename().string() + "\n" + source.text;
        if (!text.ends_with('\n')) text += '\n';
    }
    for (auto const& option : overrides_)
        text += "# --set " + option + "\n";
    return text;
}

std::string Document::resolved_text() const {
    return document_text(reading_->root);
}

std::vector<ResolvedValue> Document::values() const {
    std::vector<ResolvedValue> values;
    list_values(reading_->root, "", values);
    return values;
}

fs::path Document::resolve_path(
    SourcePosition const& position, std::string_view relative) const {
    auto const from_option = position.file == override_source;
    auto const from = from_option ? file() : fs::path{position.file};
    return (from.parent_path() / fs::path{relative}).lexically_normal();
}

std::vector<ResolvedDifference>
difference(Document const& left, Document const& right) {
    std::map<std::string, ResolvedDifference> by_key;
    for (auto const& value : left.values())
        by_key[value.key].left = value;
    for (auto const& value : right.values())
        by_key[value.key].right = value;
    std::vector<ResolvedDifference> differences;
    for (auto& [key, one] : by_key) {
        if (one.left.text == one.right.text) continue;
        one.key = key;
        differences.push_back(std::move(one));
    }
    return differences;
}

} // namespace canopy
