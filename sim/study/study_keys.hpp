#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/month.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canopy::study {

inline constexpr std::array<std::string_view, 7> design_kinds{
    "grid", "list", "lhs", "sobol", "saltelli", "morris", "csv"};
inline constexpr std::array<std::string_view, 2> factor_scales{"linear", "log"};

/// How the months of a run become one number, in the order of Statistic.
inline constexpr std::array<std::string_view, 6> statistic_names{
    "mean", "last", "first", "sum", "min", "max"};

/// What stands above the first table of a study file.
struct StudyText {
    std::string title;
    std::string title_zh;
    std::vector<std::string> scenarios;
    int replicates = 1;
    int first_seed = 1;
    std::optional<Month> until;
    std::optional<double> scale;

    static void describe(auto&& field) {
        using S = StudyText;
        field("title", &S::title, "", Meaning{"in English", "英文标题", ""});
        field("title_zh", &S::title_zh, "", Meaning{"in Chinese", "中文标题", ""});
        field(
            "scenarios",
            &S::scenarios,
            "",
            Meaning{
                "scenario files, relative to the study", "情景文件（相对路径）", ""});
        field(
            "replicates",
            &S::replicates,
            Range{1, 100'000},
            "1",
            Meaning{
                "seeds of every point and scenario, the same for all",
                "每个点与情景的种子数（各点相同）",
                ""});
        field(
            "first_seed",
            &S::first_seed,
            Range{1, 1e9},
            "1",
            Meaning{"seed of the first replicate", "首个种子", ""});
        field(
            "until",
            &S::until,
            "month",
            Meaning{
                "last month that is run; absent = the scenarios'",
                "最后运行月份，默认同情景",
                ""});
        field(
            "scale",
            &S::scale,
            Range{1e-4, 100.0},
            "1",
            Meaning{
                "share of the zone that is simulated; absent = the scenarios'",
                "模拟规模，默认同情景",
                ""});
    }
};

/// `[design]`: how the points are chosen.
struct DesignText {
    std::string kind;
    std::optional<int> points;
    int seed = 1;
    int skip = 0;
    int levels = 4;
    std::optional<int> trajectories;
    bool second_order = false;
    std::string csv;

    static void describe(auto&& field) {
        using D = DesignText;
        field(
            "kind",
            &D::kind,
            Choices{design_kinds},
            "",
            Meaning{"how the points are chosen", "取点方式", ""});
        field(
            "points",
            &D::points,
            Range{1, 1e7},
            "1",
            Meaning{
                "of lhs, sobol; base points of saltelli",
                "lhs、sobol 的点数；saltelli 的基点数",
                ""});
        field(
            "seed",
            &D::seed,
            Range{0, 2e9},
            "1",
            Meaning{"of the design, not of the runs", "取点的随机种子", ""});
        field(
            "skip",
            &D::skip,
            Range{0, 1e7},
            "1",
            Meaning{"points of the sequence left out", "序列中跳过的点数", ""});
        field(
            "levels",
            &D::levels,
            Range{2, 1000},
            "1",
            Meaning{
                "of each factor in morris, and in grid without values",
                "morris 与无取值的 grid 的水平数",
                ""});
        field(
            "trajectories",
            &D::trajectories,
            Range{1, 1e6},
            "1",
            Meaning{"of morris", "morris 的轨迹数", ""});
        field(
            "second_order",
            &D::second_order,
            "",
            Meaning{"saltelli with pairs of factors", "saltelli 含二阶交互", ""});
        field(
            "csv",
            &D::csv,
            "",
            Meaning{
                "table with a column for each factor, relative to the study",
                "每个因子一列的数据表（相对路径）",
                ""});
    }
};

/// A `[[factor]]`: what varies from point to point.
struct FactorText {
    std::string name;
    std::optional<double> low;
    std::optional<double> high;
    std::string scale = "linear";
    bool integer = false;
    std::vector<std::string> scenarios;
    std::string title;
    std::string title_zh;
    std::string unit;

    static void describe(auto&& field) {
        using F = FactorText;
        field("name", &F::name, "", Meaning{"of the factor", "因子名称", ""});
        field("low", &F::low, "", Meaning{"smallest value", "最小值", ""});
        field("high", &F::high, "", Meaning{"largest value", "最大值", ""});
        field(
            "scale",
            &F::scale,
            Choices{factor_scales},
            "",
            Meaning{"how values spread over the range", "取值分布", ""});
        field(
            "integer", &F::integer, "", Meaning{"whole numbers only", "只取整数", ""});
        field(
            "scenarios",
            &F::scenarios,
            "",
            Meaning{
                "names of those it changes; absent = all",
                "所作用的情景，默认全部",
                ""});
        field("title", &F::title, "", Meaning{"in English", "英文标题", ""});
        field("title_zh", &F::title_zh, "", Meaning{"in Chinese", "中文标题", ""});
        field("unit", &F::unit, "", Meaning{"of its values", "单位", ""});
    }
};

/// `[outputs]`: what is kept of each run.
struct OutputsText {
    std::vector<std::string> series;
    std::vector<std::string> yearly;
    std::vector<int> run_files;

    static void describe(auto&& field) {
        using O = OutputsText;
        field(
            "series",
            &O::series,
            "",
            Meaning{
                "measures kept by month, such as employment or revenue_by_place[hexi]",
                "按月保存的指标",
                ""});
        field(
            "yearly",
            &O::yearly,
            "",
            Meaning{
                "measures kept as means of each year's months",
                "按年保存（月均值）",
                ""});
        field(
            "run_files",
            &O::run_files,
            "",
            Meaning{
                "points whose runs also write whole run files",
                "另存完整运行文件的点",
                ""});
    }
};

/// An `[[output]]`: one number of each run.
struct OutputText {
    std::string name;
    std::string measure;
    std::string statistic = "mean";
    std::optional<Month> from;
    std::optional<Month> until;

    static void describe(auto&& field) {
        using O = OutputText;
        field("name", &O::name, "", Meaning{"of the number", "名称", ""});
        field(
            "measure",
            &O::measure,
            "",
            Meaning{"what it is taken from", "所取指标", ""});
        field(
            "statistic",
            &O::statistic,
            Choices{statistic_names},
            "",
            Meaning{"over the months from `from` to `until`", "统计方式", ""});
        field(
            "from",
            &O::from,
            "month",
            Meaning{"first month; absent = the first", "首月", ""});
        field(
            "until",
            &O::until,
            "month",
            Meaning{"first month after it; absent = the end", "末月之后的月份", ""});
    }
};

/// `[limits]`.
struct LimitsText {
    double run_seconds = 3600.0;

    static void describe(auto&& field) {
        field(
            "run_seconds",
            &LimitsText::run_seconds,
            Range{0.001, 1e7},
            "s",
            Meaning{
                "a run that takes longer is ended and counts as failed",
                "单次运行时限，超时即终止并记为失败",
                ""});
    }
};

} // namespace canopy::study
