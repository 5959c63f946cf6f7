#pragma once

#include "sim/io/table_reader.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// One file of a scenario, as it was given.
struct SourceText {
    std::filesystem::path file;
    std::string text;
};

/// A key of the resolved scenario, its value as TOML, and where the value was written.
struct ResolvedValue {
    std::string key;
    std::string text;
    SourcePosition origin;
};

/// A key that two scenarios do not agree on; the side without it has an empty text.
struct ResolvedDifference {
    std::string key;
    ResolvedValue left;
    ResolvedValue right;
};

/// A scenario file with its parents (`base = "…"`) and the options `--set` merged into
/// one tree.
///
/// Tables merge key by key, `[[…]]` entries by `name` (else `kind`); `remove` takes
/// parts of the parent away. Titles are not inherited. Mistakes are collected: `finish`
/// throws them together.
class Document {
  public:
    /// Reads FILE; `overrides` are the texts after `--set`, such as
    /// `lever.NAME.key=value`. Throws ScenarioError at once if FILE itself (rather than
    /// a parent) cannot be read.
    [[nodiscard]] static Document load(
        std::filesystem::path const& file,
        std::vector<std::string> const& overrides = {});

    /// A document in memory; `file` is its name in reports and the place its `base` is
    /// sought from.
    [[nodiscard]] static Document from_text(
        std::string text,
        std::filesystem::path const& file = "text.toml",
        std::vector<std::string> const& overrides = {});

    /// The same document under further overrides, without reading its files again.
    [[nodiscard]] Document with(std::vector<std::string> const& overrides) const;

    [[nodiscard]] TableReader root() const;
    [[nodiscard]] Diagnostics& diagnostics() const;

    /// False if a parent could not be read: what it would say is missing.
    [[nodiscard]] bool complete() const { return complete_; }

    /// Reports the keys that nobody read, then throws ScenarioError if there is any
    /// mistake.
    void finish() const;

    [[nodiscard]] std::filesystem::path const& file() const {
        return sources_.front().file;
    }

    /// The files read, the scenario first, then its parents upwards.
    [[nodiscard]] std::vector<SourceText> const& sources() const { return sources_; }

    /// All files and options as given, each below a comment with its name.
    [[nodiscard]] std::string text_as_given() const;

    /// The merged scenario as TOML: equal scenarios have equal texts.
    [[nodiscard]] std::string resolved_text() const;

    /// Every value of the merged scenario, by key path in ascending order of tables.
    [[nodiscard]] std::vector<ResolvedValue> values() const;

    /// The path of a file that is named in a value standing at `position`.
    [[nodiscard]] std::filesystem::path
    resolve_path(SourcePosition const& position, std::string_view relative) const;

  private:
    friend class DocumentLoader;

    Document() = default;

    std::shared_ptr<Reading> reading_;
    std::vector<SourceText> sources_;
    std::vector<std::string> overrides_;
    bool complete_ = true;
};

/// What differs between two resolved scenarios, by key path.
[[nodiscard]] std::vector<ResolvedDifference>
difference(Document const& left, Document const& right);

} // namespace canopy
