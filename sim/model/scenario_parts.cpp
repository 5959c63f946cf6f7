#include "sim/model/scenario_parts.hpp"

#include "sim/base/written.hpp"
#include "sim/model/levers.hpp"
#include "sim/model/scenario_keys.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

std::vector<std::string> sector_codes(World const& names) {
    std::vector<std::string> codes;
    for (auto const& sector : names.sectors)
        codes.push_back(sector.code);
    return codes;
}

std::vector<std::string> zone_places(World const& names) {
    std::vector<std::string> places;
    for (std::size_t place = 0; place < names.n_zone_places(); ++place)
        places.push_back(names.places.rows[place].name);
    return places;
}

/// Row of a word in a list of names, the number of names if it is not there.
std::size_t row_of(std::vector<std::string> const& words, std::string const& word) {
    return static_cast<std::size_t>(
        std::find(words.begin(), words.end(), word) - words.begin());
}

double district_residents(World const& names) {
    double people = 0.0;
    for (auto const& community : names.communities.rows)
        if (community.in_district) people += community.opening_people;
    return people;
}

/// Flats are delivered where the district has communities.
void check_flats(
    TableReader const& table, ProjectText const& text, World const& names) {
    auto const& communities = names.communities.rows;
    auto const lived_in = std::any_of(
        communities.begin(), communities.end(), [&](Community const& there) {
            return there.in_district && names.places[there.place].name == text.place;
        });
    if (text.flats <= 0.0 || lived_in) return;
    table.report(
        "flats",
        {"stand at " + text.place + ", where no community of the district is",
         "位于 " + text.place + "，当地没有区内社区",
         "name a place with communities",
         "请写有社区的地点"});
}

/// A lever that serves people serves no more than there are.
template<class L>
void check_people(TableReader const& table, L const& lever, World const& names) {
    if constexpr (requires { L::people_key; }) {
        auto const residents = district_residents(names);
        if (lever.people() <= residents) return;
        auto const wanted = written(lever.people());
        auto const there = written(residents);
        table.report(
            L::people_key,
            {"serves " + wanted + " people, more than the " + there
                 + " who live in the district",
             "服务 " + wanted + " 人，多于区内居民 " + there + " 人",
             "write at most " + there,
             "最多可写 " + there});
    }
}

template<class L>
void add_lever(
    TableReader const& table,
    World const& world,
    ScopeNames const& names,
    std::vector<LeverEntry>& levers) {
    auto const scope = table.read<LeverScope>();
    auto const params = table.read<typename L::Params>();
    check_people(table, L{params}, world);
    for (auto const& problem : problems_of(scope, names, L::by_place)) {
        Complaint complaint{
            problem.problem,
            problem.problem_zh,
            problem.suggestion,
            problem.suggestion_zh};
        if (problem.element) {
            table.report_element(problem.key, *problem.element, complaint);
        } else {
            table.report(problem.key, complaint);
        }
    }
    levers.push_back(
        {scope.name.empty() ? std::string{L::key} : scope.name,
         L::system,
         [scope, params](LeverProgram& program) { program.add<L>(scope, params); }});
}

} // namespace

void check_time(TableReader const& root, Scenario const& scenario) {
    auto const time = root.table("time");
    if (scenario.time.last < Month{1} || scenario.time.last > Month{12 * 60}) {
        time.report(
            "last_month",
            {"is not between 2023-01 and 2082-12 (a run begins in January 2023)",
             "不在2023-01与2082-12之间（模拟自2023年1月开始）",
             "try \"2028-12\"",
             "可写 \"2028-12\""});
    }
    auto const record = root.table("record");
    for (std::size_t at = 0; at < scenario.record.snapshots.size(); ++at) {
        auto const& text = scenario.record.snapshots[at];
        if (text == "yearly" || Month::parse(text)) continue;
        Complaint const complaint{
            "\"" + text + "\" is neither \"yearly\" nor a month",
            "“" + text + "”既不是 yearly 也不是月份",
            "write \"2025-12\"",
            "请写成 \"2025-12\""};
        if (record.holds_text("snapshots")) {
            record.report("snapshots", complaint);
        } else {
            record.report_element("snapshots", at, complaint);
        }
    }
}

void check_weights(TableReader const& root, Scenario const& scenario) {
    double sum = 0.0;
    for (auto const weight : scenario.parameters.public_services.weight)
        sum += weight;
    if (std::abs(sum - 1.0) < 1e-6) return;
    auto const text = written(std::round(sum * 1e6) / 1e6);
    root.table("public_services")
        .report(
            "weight",
            {"adds up to " + text + ", not to 1",
             "合计为 " + text + "，而不是 1",
             "divide each weight by " + text,
             "请将每个权重除以 " + text});
}

std::vector<Leader> read_leaders(TableReader const& root, World const& names) {
    std::vector<Leader> leaders;
    auto const codes = sector_codes(names);
    auto const places = zone_places(names);
    for (auto const& table : root.tables("leader")) {
        auto const text = table.read<LeaderText>();
        auto complete = true;
        for (auto const* key : {"name", "sector", "place", "revenue", "workers"})
            complete = table.require(key) && complete;
        table.check_among("sector", codes);
        table.check_among("place", places);
        auto const sector = row_of(codes, text.sector);
        auto const place = row_of(places, text.place);
        if (!complete || sector == codes.size() || place == places.size()) continue;
        leaders.push_back(
            {.name = text.name,
             .name_zh = text.title_zh.empty() ? text.name : text.title_zh,
             .sector = SectorId{sector},
             .place = PlaceId{place},
             .revenue = text.revenue,
             .workers = text.workers});
    }
    return leaders;
}

std::vector<Shock> read_shocks(
    TableReader const& root, World const& names, std::vector<Leader> const& leaders) {
    std::vector<Shock> shocks;
    auto const codes = sector_codes(names);
    std::vector<std::string> roles;
    for (auto const& leader : leaders)
        roles.push_back(leader.name);
    for (auto const& table : root.tables("shock")) {
        auto const text = table.read<ShockText>();
        if (!table.require("kind") || !table.require("from")) continue;
        auto const kind = static_cast<std::size_t>(
            std::find(shock_names.begin(), shock_names.end(), text.kind)
            - shock_names.begin());
        if (kind == shock_names.size()) continue;
        if (text.until && *text.until <= text.from) {
            table.report(
                "until",
                {"is not after `from` (until is exclusive)",
                 "不晚于 from（until 不含该月）",
                 "write a later month",
                 "请写更晚的月份"});
        }
        table.check_among("sectors", codes);
        Shock shock{
            .kind = static_cast<ShockKind>(kind),
            .from = text.from,
            .until = text.until,
            .size = text.size,
            .sectors = {}};
        for (auto const& code : text.sectors) {
            auto const row = row_of(codes, code);
            if (row < codes.size()) shock.sectors.push_back(SectorId{row});
        }
        if (shock.kind == ShockKind::leader_leaves) {
            if (!table.require("target")) continue;
            table.check_among("target", roles);
            shock.leader = row_of(roles, text.target);
            if (shock.leader == roles.size()) continue;
        }
        shocks.push_back(std::move(shock));
    }
    return shocks;
}

std::vector<ProjectEntry> read_projects(TableReader const& root, World const& names) {
    std::vector<ProjectEntry> projects;
    auto const places = zone_places(names);
    for (auto const& table : root.tables("project")) {
        auto const text = table.read<ProjectText>();
        auto complete = true;
        for (auto const* key : {"name", "place", "start", "capital"})
            complete = table.require(key) && complete;
        table.check_among("place", places);
        if (text.start < Month{2})
            table.report(
                "start",
                {"is before 2023-02 (costs and delays are drawn in the first month)",
                 "早于2023-02（首月抽取超支与延期）",
                 "write a later month",
                 "请写更晚的月份"});
        for (std::size_t at = 0; at < text.milestones.size(); ++at) {
            auto const early = text.milestones[at] < text.start;
            auto const back = at > 0 && !(text.milestones[at - 1] < text.milestones[at]);
            if (!early && !back) continue;
            table.report_element(
                "milestones",
                at,
                {early ? "is before building starts" : "is not after the one before it",
                 early ? "早于开工月份" : "不晚于前一个里程碑",
                 "write milestones in the order of time",
                 "请按时间先后书写里程碑"});
        }
        auto const place = row_of(places, text.place);
        if (!complete || place == places.size()) continue;
        check_flats(table, text, names);
        auto const system = std::find(system_keys.begin(), system_keys.end(), text.system);
        projects.push_back(
            {{.name = text.name,
              .name_zh = text.title_zh.empty() ? text.name : text.title_zh,
              .place = PlaceId{place},
              .start = text.start,
              .build_months = text.build_months,
              .capital = fen(text.capital),
              .running_cost = fen(text.running_cost),
              .opens = text.opens,
              .flats = text.flats,
              .neighbours = text.neighbours,
              .milestones = text.milestones},
             static_cast<System>(system - system_keys.begin())});
    }
    return projects;
}

std::vector<LeverEntry> read_levers(
    TableReader const& root, World const& names, std::vector<ProjectEntry> const& projects) {
    std::vector<LeverEntry> levers;
    auto scopes = scope_names(names);
    for (auto const& entry : projects)
        scopes.projects.push_back(entry.project.name);
    std::vector<std::string> kinds;
    for (auto const& card : lever_cards())
        kinds.emplace_back(card.key);
    for (auto const& table : root.tables("lever")) {
        if (table.name().empty() || !table.require("kind")) {
            table.ignore_rest(); // a nameless entry is reported already
            continue;
        }
        auto const kind = table.value<std::string>(
            {.key = "kind", .meaning = {"lever kind", "政策类型", ""}});
        table.check_among("kind", kinds);
        auto known = false;
        for_each_lever([&]<class L>(std::type_identity<L>) {
            if (kind != L::key) return;
            known = true;
            add_lever<L>(table, names, scopes, levers);
        });
        if (!known) table.ignore_rest();
    }
    return levers;
}

} // namespace canopy
