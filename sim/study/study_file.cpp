#include "sim/study/study_file.hpp"

#include "sim/base/written.hpp"

#include <algorithm>
#include <utility>

namespace canopy::study {

namespace {

/// A text, or a list of texts.
std::vector<std::string> texts(TableReader const& table, std::string_view key) {
    if (table.holds_text(key)) return {table.value<std::string>({.key = key})};
    return table.value<std::vector<std::string>>({.key = key});
}

/// Numbers or texts of a list, as TOML.
std::vector<std::string> values_of(TableReader const& table, std::string_view key) {
    std::vector<std::string> values;
    if (table.text_of(key).find('"') == std::string::npos) {
        for (auto const value : table.value<std::vector<double>>({.key = key}))
            values.push_back(written(value));
    } else {
        for (auto const& value : table.value<std::vector<std::string>>({.key = key}))
            values.push_back(in_quotes(value));
    }
    return values;
}

bool is_sampled(std::string const& kind) {
    return kind == "lhs" || kind == "sobol" || kind == "saltelli" || kind == "morris";
}

} // namespace

StudyFile::StudyFile(Document document)
    : document_{std::move(document)} {
    source = document_.sources().front().text;
    read();
}

StudyFile StudyFile::load(std::filesystem::path const& file) {
    StudyFile study{Document::load(file)};
    study.name = file.stem().string();
    return study;
}

StudyFile StudyFile::from_text(std::string text, std::string const& name) {
    StudyFile study{Document::from_text(std::move(text), name + ".toml")};
    study.name = name;
    return study;
}

std::filesystem::path StudyFile::path(std::string const& relative) const {
    return (document_.file().parent_path() / relative).lexically_normal();
}

TableReader StudyFile::factor_table(std::size_t factor) const {
    return root().tables("factor")[factor];
}

TableReader StudyFile::scalar_table(std::size_t scalar) const {
    return root().tables("output")[scalar];
}

void StudyFile::read() {
    auto const table = root();
    text = table.read<StudyText>();
    if (text.title.empty()) text.title = text.title_zh;
    table.require("scenarios");
    if (table.has("scenarios") && text.scenarios.empty()) {
        table.report(
            "scenarios",
            {"names no scenario",
             "没有写任何情景",
             "write scenarios = [\"../open.toml\"]",
             "请写 scenarios = [\"../open.toml\"]"});
    }
    design = table.table("design").read<DesignText>();
    for (auto const& factor : table.tables("factor"))
        read_factor(factor);
    outputs = table.table("outputs").read<OutputsText>();
    for (auto const& output : table.tables("output")) {
        scalars.push_back(output.read<OutputText>());
        output.require("measure");
    }
    limits = table.table("limits").read<LimitsText>();
    check_design();
}

void StudyFile::read_factor(TableReader const& table) {
    Factor factor{.text = table.read<FactorText>(), .keys = texts(table, "key")};
    auto multiplied = texts(table, "multiplies");
    factor.position = table.position(table.has("multiplies") ? "multiplies" : "key");
    if (table.has("key") && table.has("multiplies")) {
        table.report(
            "multiplies",
            {"stands beside key (a factor either sets or multiplies)",
             "与 key 同时出现（因子只能设定或相乘）",
             "keep one of the two",
             "请保留其一"});
    } else if (!table.has("multiplies")) {
        table.require("key");
    }
    if (!multiplied.empty()) {
        factor.effect = Effect::multiplies;
        factor.keys = std::move(multiplied);
    }
    if (table.has("values")) factor.values = values_of(table, "values");
    if (is_sampled(design.kind)) {
        table.require("low");
        table.require("high");
    } else if (design.kind == "list") {
        table.require("values");
    }
    auto const& [low, high] = std::pair{factor.text.low, factor.text.high};
    if (low && high && *high <= *low) {
        table.report(
            "high",
            {"= " + written(*high) + " is not above low = " + written(*low),
             "= " + written(*high) + " 不高于 low = " + written(*low),
             *high < *low ? "did you swap them?" : "write a wider range",
             *high < *low ? "是否写反了？" : "请放宽范围"});
    }
    if (factor.text.scale == "log" && low && *low <= 0.0) {
        table.report(
            "low",
            {"= " + written(*low) + " has no logarithm (scale = \"log\")",
             "= " + written(*low) + " 不能取对数（scale = \"log\"）",
             "write a number above 0",
             "请写大于 0 的数"});
    }
    factors.push_back(std::move(factor));
}

void StudyFile::check_design() const {
    auto const table = root().table("design");
    if (!root().has("design")) {
        root().report(
            "design",
            {"is missing",
             "没有写",
             "add [design] with kind = \"sobol\"",
             "请补上 [design] 并写 kind = \"sobol\""});
        return;
    }
    if (!table.require("kind")) return;
    auto const& kind = design.kind;
    if (kind == "lhs" || kind == "sobol" || kind == "saltelli") table.require("points");
    if (kind == "morris") table.require("trajectories");
    if (kind == "csv") table.require("csv");
    auto const n = static_cast<unsigned>(design.points.value_or(1));
    if ((kind == "sobol" || kind == "saltelli") && (n & (n - 1)) != 0) {
        unsigned below = 1;
        while (2 * below < n)
            below *= 2;
        auto const near = std::to_string(below) + " or " + std::to_string(2 * below);
        auto const near_zh = std::to_string(below) + " 或 " + std::to_string(2 * below);
        table.report(
            "points",
            {"= " + std::to_string(n) + " is no power of two (" + kind
                 + " is balanced only then)",
             "= " + std::to_string(n) + " 不是 2 的幂（" + kind + " 仅此时均衡）",
             "write " + near,
             "请写 " + near_zh});
    }
    if (factors.empty()) {
        root().report(
            "factor",
            {"is missing (a study varies something)",
             "没有写（研究须有变动的因子）",
             "add a [[factor]] with name and key",
             "请补上 [[factor]] 并写 name 与 key"});
    }
}

} // namespace canopy::study
