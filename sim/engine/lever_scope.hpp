#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/reach.hpp"

#include <optional>
#include <string>
#include <vector>

namespace canopy {

/// When, where, for whom and with what money a lever works; absent = always,
/// everywhere, for everybody, without a limit of its own.
struct LeverScope {
    std::string name;
    std::optional<Month> from;
    std::optional<Month> until; ///< exclusive
    int ramp_months = 0;
    std::vector<std::string> places;
    std::vector<std::string> sectors; ///< together with those of `clusters`
    std::vector<std::string> clusters;
    std::vector<std::string> kinds;
    std::optional<double> yearly_cap; ///< [yuan]
    std::string project;              ///< that has to stand first; empty = none

    static void describe(auto&& field) {
        field(
            "name",
            &LeverScope::name,
            "",
            Meaning{
                "name of the entry; its kind if absent",
                "政策条目名称，默认为其类型",
                ""});
        field(
            "from",
            &LeverScope::from,
            "month",
            Meaning{"first month in which it works", "开始月份", ""});
        field(
            "until",
            &LeverScope::until,
            "month",
            Meaning{"first month in which it no longer works", "终止月份（不含）", ""});
        field(
            "ramp_months",
            &LeverScope::ramp_months,
            Range{0.0, 120.0},
            "months",
            Meaning{
                "months over which it rises evenly to full strength",
                "逐月均匀达到全部力度所需月数",
                ""});
        field(
            "places",
            &LeverScope::places,
            "",
            Meaning{"places of the zone where it works", "适用园区", ""});
        field(
            "sectors",
            &LeverScope::sectors,
            "",
            Meaning{"sectors for which it works", "适用行业", ""});
        field(
            "clusters",
            &LeverScope::clusters,
            "",
            Meaning{
                "clusters for which it works, besides `sectors`",
                "适用产业集群（与行业并列）",
                ""});
        field(
            "kinds",
            &LeverScope::kinds,
            Choices{kind_names},
            "",
            Meaning{"legal forms for which it works", "适用主体类型", ""});
        field(
            "yearly_cap",
            &LeverScope::yearly_cap,
            Range{0.0, 1e11},
            "yuan",
            Meaning{
                "most that it may cost in a calendar year",
                "每个自然年的支出上限",
                ""});
        field(
            "project",
            &LeverScope::project,
            "",
            Meaning{
                "project that has to be built before it works",
                "该项目建成后政策才生效",
                ""});
    }
};

/// How strongly a lever with this scope works in the world's month; strength 0 if it
/// does not.
[[nodiscard]] Reach reach_of(LeverScope const& scope, World const& world);

/// The names that a scope may use.
struct ScopeNames {
    std::vector<std::string> zone_places;
    std::vector<std::string> outside_places;
    std::vector<std::string> sectors;
    std::vector<std::string> clusters;
    std::vector<std::string> projects;
};

[[nodiscard]] ScopeNames scope_names(World const& world);

/// A mistake in a scope that no single value shows: the key, for lists the element, and
/// what is wrong in both languages.
struct ScopeProblem {
    std::string key;
    std::optional<std::size_t> element;
    std::string problem;
    std::string problem_zh;
    std::string suggestion;
    std::string suggestion_zh;
};

/// Everything wrong with a scope; `by_place` if its lever serves whole places.
[[nodiscard]] std::vector<ScopeProblem>
problems_of(LeverScope const& scope, ScopeNames const& names, bool by_place);

} // namespace canopy
