#include "sim/base/spelling.hpp"
#include "sim/base/written.hpp"
#include "sim/engine/lever_scope.hpp"

#include <algorithm>

namespace canopy {

namespace {

bool known(std::vector<std::string> const& words, std::string const& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string listed(std::vector<std::string> const& words) {
    std::string list;
    for (auto const& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// What a list of names calls its members.
struct ListWords {
    std::string key;
    std::string one;
    std::string one_zh;
};

ScopeProblem unknown_name(
    ListWords const& list,
    std::string const& name,
    std::vector<std::string> const& words) {
    ScopeProblem problem;
    problem.key = list.key;
    problem.problem =
        in_quotes(name) + " is no " + list.one + " (known: " + listed(words) + ")";
    problem.problem_zh =
        "“" + name + "”不是已知的" + list.one_zh + "（可用：" + listed(words) + "）";
    if (auto const near = nearest_word(name, words)) {
        problem.suggestion = "did you mean \"" + *near + "\"?";
        problem.suggestion_zh = "是否为“" + *near + "”？";
    }
    return problem;
}

void check_names(
    std::vector<ScopeProblem>& problems,
    ListWords const& list,
    std::vector<std::string> const& named,
    std::vector<std::string> const& words) {
    for (std::size_t element = 0; element < named.size(); ++element) {
        if (known(words, named[element])) continue;
        problems.push_back(unknown_name(list, named[element], words));
        problems.back().element = element;
    }
}

void check_places(
    std::vector<ScopeProblem>& problems,
    LeverScope const& scope,
    ScopeNames const& names) {
    for (std::size_t element = 0; element < scope.places.size(); ++element) {
        if (!known(names.outside_places, scope.places[element])) continue;
        problems.push_back(
            {"places",
             element,
             "\"" + scope.places[element] + "\" is outside the zone (levers reach "
                 + listed(names.zone_places) + ")",
             "“" + scope.places[element] + "”在园区之外（政策适用于 "
                 + listed(names.zone_places) + "）",
             "",
             ""});
    }
    auto all = names.zone_places;
    all.insert(all.end(), names.outside_places.begin(), names.outside_places.end());
    check_names(problems, {"places", "place", "地点"}, scope.places, all);
}

void check_months(std::vector<ScopeProblem>& problems, LeverScope const& scope) {
    if (!scope.from || !scope.until || *scope.from < *scope.until) return;
    auto const until = in_quotes(scope.until->text());
    auto const from = in_quotes(scope.from->text());
    auto const next = in_quotes((*scope.from + 1).text());
    problems.push_back(
        {"until",
         std::nullopt,
         until + " is not after `from` " + from + " (until is exclusive)",
         until + " 不晚于 from " + from + "（until 为不含的终止月）",
         "a lever of one month ends with until = " + next,
         "只执行一个月可写 until = " + next});
}

} // namespace

std::vector<ScopeProblem>
problems_of(LeverScope const& scope, ScopeNames const& names, bool by_place) {
    std::vector<ScopeProblem> problems;
    check_months(problems, scope);
    check_places(problems, scope, names);
    check_names(problems, {"sectors", "sector", "行业"}, scope.sectors, names.sectors);
    check_names(
        problems, {"clusters", "cluster", "产业集群"}, scope.clusters, names.clusters);
    check_names(
        problems,
        {"kinds", "kind of enterprise", "主体类型"},
        scope.kinds,
        {kind_names.begin(), kind_names.end()});
    if (!scope.project.empty() && !known(names.projects, scope.project))
        problems.push_back(unknown_name(
            {"project", "[[project]] of this scenario", "项目"},
            scope.project,
            names.projects));
    if (!by_place) return problems;
    for (auto const& [key, list] :
         {std::pair{"sectors", &scope.sectors},
          std::pair{"clusters", &scope.clusters},
          std::pair{"kinds", &scope.kinds}}) {
        if (list->empty()) continue;
        problems.push_back(
            {key,
             std::nullopt,
             "does not apply (this lever serves everybody at a place)",
             "不适用（该政策服务于园区内所有企业）",
             "use `places`",
             "请改用 places"});
    }
    return problems;
}

} // namespace canopy
