#pragma once

#include "sim/io/document.hpp"
#include "sim/study/study_keys.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace canopy::study {

enum class Effect : std::uint8_t {
    sets,      ///< the key takes the factor's value
    multiplies ///< the key takes what the scenario says times the factor's value
};

/// What varies from point to point, and which keys of which scenarios it changes.
struct Factor {
    FactorText text;
    std::vector<std::string> keys;
    Effect effect = Effect::sets;
    std::vector<std::string> values = {}; ///< as TOML; of grid and list
    SourcePosition position = {};         ///< where the keys stand
};

/// A study as its file says it. Positions stay known for mistakes found later.
class StudyFile {
  public:
    StudyText text;
    DesignText design;
    std::vector<Factor> factors;
    OutputsText outputs;
    std::vector<OutputText> scalars;
    LimitsText limits;
    std::string name;   ///< of the file, without its ending
    std::string source; ///< the file, byte for byte

    /// Reads a study; mistakes wait for `require_sound`.
    [[nodiscard]] static StudyFile load(std::filesystem::path const& file);

    /// The same from a text that was kept; its names of files are not followed.
    [[nodiscard]] static StudyFile from_text(std::string text, std::string const& name);

    /// A path in the study is relative to it.
    [[nodiscard]] std::filesystem::path path(std::string const& relative) const;

    [[nodiscard]] TableReader root() const { return document_.root(); }

    [[nodiscard]] TableReader factor_table(std::size_t factor) const;
    [[nodiscard]] TableReader scalar_table(std::size_t scalar) const;

    /// Reports unread keys, then throws ScenarioError with all mistakes found so far.
    void require_sound() const { document_.finish(); }

  private:
    explicit StudyFile(Document document);

    void read();
    void read_factor(TableReader const& table);
    void check_design() const;

    Document document_;
};

} // namespace canopy::study
