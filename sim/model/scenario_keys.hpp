#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/month.hpp"
#include "sim/policy/lever.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// What a scenario is called; not inherited.
struct Titles {
    std::string title;
    std::string title_zh;

    static void describe(auto&& field) {
        field("title", &Titles::title, "", Meaning{"in English", "英文标题", ""});
        field("title_zh", &Titles::title_zh, "", Meaning{"in Chinese", "中文标题", ""});
    }
};

/// Files that describe the zone.
struct DataFiles {
    std::string coefficients;
    std::string sectors;
    std::string places;
    std::string clusters;
    std::string communities;

    static void describe(auto&& field) {
        field(
            "coefficients",
            &DataFiles::coefficients,
            "",
            Meaning{"input-output table", "投入产出表", ""});
        field("sectors", &DataFiles::sectors, "", Meaning{"sectors", "行业", ""});
        field("places", &DataFiles::places, "", Meaning{"places", "地点", ""});
        field(
            "clusters", &DataFiles::clusters, "", Meaning{"clusters", "产业集群", ""});
        field(
            "communities",
            &DataFiles::communities,
            "",
            Meaning{"communities", "社区", ""});
    }
};

/// Words for ShockKind, in its order.
inline constexpr std::array<std::string_view, 5> shock_names{
    "demand", "leader_leaves", "power_price", "credit", "land_demand"};

/// A `[[leader]]` as it is written.
struct LeaderText {
    std::string name;
    std::string title;
    std::string title_zh;
    std::string sector;
    std::string place;
    double revenue = 0.0;
    int workers = 0;
    std::string confidence;

    static void describe(auto&& field) {
        using L = LeaderText;
        field("name", &L::name, "", Meaning{"role", "角色", ""});
        field("title", &L::title, "", Meaning{"in English", "英文名称", ""});
        field("title_zh", &L::title_zh, "", Meaning{"in Chinese", "中文名称", ""});
        field("sector", &L::sector, "", Meaning{"code of its sector", "行业代码", ""});
        field("place", &L::place, "", Meaning{"where it stands", "所在地", ""});
        field(
            "revenue",
            &L::revenue,
            Range{1e6, 1e13},
            "yuan/year",
            Meaning{"sales in 2022", "2022年销售额", ""});
        field(
            "workers",
            &L::workers,
            Range{1, 10'000'000},
            "person",
            Meaning{"headcount in December 2022", "2022年末员工数", ""});
        field(
            "confidence",
            &L::confidence,
            "",
            Meaning{"of the figures", "数据可信度", ""});
    }
};

/// A `[[project]]` as it is written.
struct ProjectText {
    std::string name;
    std::string title;
    std::string title_zh;
    std::string place;
    Month start{13};
    int build_months = 12;
    double capital = 0.0;
    double running_cost = 0.0;
    std::array<double, n_park_services> opens{};
    double flats = 0.0;
    double neighbours = 0.0;
    std::string system{"professional"};
    std::vector<Month> milestones;
    std::string confidence;

    static void describe(auto&& field) {
        using P = ProjectText;
        field("name", &P::name, "", Meaning{"of the project", "项目名称", ""});
        field("title", &P::title, "", Meaning{"in English", "英文标题", ""});
        field("title_zh", &P::title_zh, "", Meaning{"in Chinese", "中文标题", ""});
        field("place", &P::place, "", Meaning{"where it is built", "建设地点", ""});
        field("start", &P::start, "month",
              Meaning{"first month of building", "开工月份", ""});
        field("build_months", &P::build_months, Range{1, 240}, "month",
              Meaning{"that building takes by plan", "计划工期", ""});
        field("capital", &P::capital, Range{0.0, 1e12}, "yuan",
              Meaning{"by plan", "计划投资", ""});
        field("running_cost", &P::running_cost, Range{0.0, 1e11}, "yuan/year",
              Meaning{"once it stands", "建成后年运行费用", ""});
        field("opens", &P::opens, Range{0.0, 1e6}, "1/month",
              Meaning{"users of the park's services that it can take: enterprise_service, "
                      "innovation, production_support, human_resources, digital",
                      "可服务用户：企业服务、科技创新、生产配套、人力资源、数字赋能", ""});
        field("flats", &P::flats, Range{0.0, 1e5}, "flats",
              Meaning{"delivered at its place in the month it opens",
                      "建成当月在当地交付的住房套数（保交楼）", ""});
        field("neighbours", &P::neighbours, Range{0.0, 0.95}, "1",
              Meaning{"share of capital, overrun, running cost and of what it opens that "
                      "neighbouring zones pay and use",
                      "相邻园区分担的投资、超支与运行费用及分享的能力比例", ""});
        field("system", &P::system, Choices{system_keys}, "",
              Meaning{"that it is part of", "所属体系", ""});
        field("milestones", &P::milestones, "month",
              Meaning{"the k-th of n: k/n of the capital is built by its end",
                      "里程碑：第k个（共n个）月末应完成投资的k/n", ""});
        field("confidence", &P::confidence, "",
              Meaning{"of the figures", "数据可信度", ""});
    }
};

/// A `[[shock]]` as it is written.
struct ShockText {
    std::string name;
    std::string kind;
    std::string target;
    Month from{25};
    std::optional<Month> until;
    double size = -0.2;
    std::vector<std::string> sectors;

    static void describe(auto&& field) {
        using S = ShockText;
        field("name", &S::name, "", Meaning{"of the entry", "名称", ""});
        field(
            "kind",
            &S::kind,
            Choices{shock_names},
            "",
            Meaning{"what happens", "冲击类型", ""});
        field(
            "target",
            &S::target,
            "",
            Meaning{"leader that leaves", "离开的龙头企业", ""});
        field("from", &S::from, "month", Meaning{"first month", "开始月份", ""});
        field(
            "until",
            &S::until,
            "month",
            Meaning{"first month after it", "结束月份（不含）", ""});
        field(
            "size",
            &S::size,
            Range{-1.0, 10.0},
            "1",
            Meaning{
                "share added (−: taken from) demand, power price, lending or land demand",
                "需求、电价、信贷或用地需求的变动比例",
                ""});
        field(
            "sectors",
            &S::sectors,
            "",
            Meaning{"of a demand shock; absent = all", "需求冲击的行业，默认全部", ""});
    }
};

} // namespace canopy
