#include "sim/model/person_columns.hpp"

#include "sim/base/describe.hpp"

#include <string>
#include <string_view>

namespace canopy {

namespace {

using io::ColumnType;

/// Who employs a person, as the file tells it.
constexpr std::array<std::string_view, 4> employer_names{
    "nobody", "enterprise", "public_unit", "outside"};

PersonColumn column(
    std::string_view name,
    std::string_view unit,
    Meaning const& meaning,
    double (*value)(World const&, PersonId),
    ColumnType type = ColumnType::f32) {
    return {
        {.name = std::string{name},
         .unit = std::string{unit},
         .long_name = std::string{meaning.en},
         .long_name_zh = std::string{meaning.zh},
         .type = type},
        value};
}

template<class Names>
PersonColumn named(PersonColumn made, Names const& names) {
    for (auto const& name : names)
        made.column.flag_meanings.emplace_back(name);
    return made;
}

double employer_kind(World const& world, PersonId person) {
    auto const employer = world.people.employer[person];
    if (employer == nobody) return 0.0;
    if (is_firm(employer)) return 1.0;
    return employer == public_units ? 2.0 : 3.0;
}

std::vector<std::string> codes_of(std::vector<Sector> const& sectors) {
    std::vector<std::string> codes;
    for (auto const& sector : sectors)
        codes.push_back(sector.code);
    return codes;
}

std::vector<std::string> names_of(std::vector<Community> const& communities) {
    std::vector<std::string> names;
    for (auto const& community : communities)
        names.push_back(community.name);
    return names;
}

} // namespace

std::vector<PersonColumn> person_columns(World const& world) {
    return {
        column(
            "age",
            "year",
            {"age", "年龄", ""},
            [](World const& w, PersonId p) {
                return w.people.age_in_months(p, w.month) / 12.0;
            }),
        named(
            column(
                "activity",
                "1",
                {"what the person does", "活动状态", ""},
                [](World const& w, PersonId p) {
                    return static_cast<double>(w.people.activity[p]);
                },
                ColumnType::i8),
            activity_names),
        column(
            "months",
            "month",
            {"since it began to do so", "处于该状态的月数", ""},
            [](World const& w, PersonId p) {
                return static_cast<double>(w.month.index() - w.people.since[p]);
            }),
        column(
            "wage",
            "yuan/month",
            {"of the present or last job", "当前或上一份工作的月工资", ""},
            [](World const& w, PersonId p) {
                return static_cast<double>(w.people.wage[p]);
            }),
        named(
            column(
                "employer",
                "1",
                {"who employs the person", "雇主类型", ""},
                employer_kind,
                ColumnType::i8),
            employer_names),
        named(
            column(
                "sector",
                "1",
                {"whose work it knows", "熟悉的行业", ""},
                [](World const& w, PersonId p) {
                    return static_cast<double>(w.people.sector[p].row());
                },
                ColumnType::i8),
            codes_of(world.sectors)),
        column(
            "skill",
            "1",
            {"level of skill, 1 to 3", "技能等级（1至3）", ""},
            [](World const& w, PersonId p) {
                return w.people.skill[p] + 1.0;
            },
            ColumnType::i8),
        named(
            column(
                "community",
                "1",
                {"where the person lives", "居住社区", ""},
                [](World const& w, PersonId p) {
                    return static_cast<double>(w.people.community[p].row());
                },
                ColumnType::i8),
            names_of(world.communities.rows)),
    };
}

} // namespace canopy
