#pragma once

#include "sim/base/describe.hpp"
#include "sim/model/population.hpp"
#include "sim/process/accounts.hpp"
#include "sim/process/delivery.hpp"
#include "sim/process/expectations.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/process/pricing.hpp"
#include "sim/process/production.hpp"
#include "sim/process/relations.hpp"
#include "sim/process/renewal.hpp"
#include "sim/process/supply_search.hpp"
#include "sim/process/surroundings.hpp"

#include <functional>

namespace canopy {

/// How December 2022 is reached. Source: MODEL.md 8.
struct StartParams {
    int growth_months = 60;
    int settling_months = 24;
    double anchor_idle = 0.3;
    double anchor_short = 0.15;
    double open_jobs = 0.03;
    double cash_months = 3.2;
    double cash_months_poor = 1.5;
    double cash_months_short = 0.4;
    double loan_share = 0.053;
    double loan_share_short = 0.21;
    double short_share = 0.035;
    double short_share_dear = 0.26;
    double occupancy = 0.85;
    double factory_share = 0.35;
    double listing_backlog = 0.2;

    static void describe(auto&& field) {
        using P = StartParams;
        field(
            "growth_months",
            &P::growth_months,
            Range{0, 240},
            "month",
            Meaning{
                "in which links grow from nothing", "供应关系生长月数", "prototype"});
        field(
            "settling_months",
            &P::settling_months,
            Range{0, 120},
            "month",
            Meaning{
                "with shocks and accounts, before the opening",
                "带冲击与核算的沉降月数",
                "prototype"});
        field(
            "anchor_idle",
            &P::anchor_idle,
            Range{0.0, 1.0},
            "1/month",
            Meaning{
                "pull of sales back to the scenario's headcounts while settling, where "
                "people are idle: the speed of lay-offs",
                "沉降期冗员企业销售回归既定规模的速度（同裁员速度）",
                "judgement"});
        field(
            "anchor_short",
            &P::anchor_short,
            Range{0.0, 1.0},
            "1/month",
            Meaning{
                "the same where people are short",
                "沉降期缺员企业销售回归既定规模的速度",
                "judgement"});
        field(
            "open_jobs",
            &P::open_jobs,
            Range{0.0, 0.2},
            "1",
            Meaning{
                "jobs usually open over people, beyond which people are short",
                "常态空缺岗位占从业人员比例",
                "judgement"});
        field(
            "cash_months",
            &P::cash_months,
            Range{0.0, 24.0},
            "month",
            Meaning{
                "of sales held as cash at the start by firms with a margin of .1 or more: "
                "what the payout rule leaves them",
                "期初现金(销售月数)：利润率不低于 10 % 的企业",
                "judgement"});
        field(
            "cash_months_poor",
            &P::cash_months_poor,
            Range{0.0, 24.0},
            "month",
            Meaning{
                "the same with a margin of .03 or less; in between evenly",
                "期初现金(销售月数)：利润率不高于 3 % 的企业",
                "judgement"});
        field(
            "cash_months_short",
            &P::cash_months_short,
            Range{0.0, 24.0},
            "month",
            Meaning{
                "the same by those short of cash, whatever they earn",
                "期初现金(销售月数)：现金紧张的企业",
                "judgement"});
        field(
            "loan_share",
            &P::loan_share,
            Range{0.0, 2.0},
            "1",
            Meaning{
                "opening loans of companies over the cost of their plant, near what later "
                "years keep",
                "企业期初贷款占设备重置价值比例",
                "judgement"});
        field(
            "loan_share_short",
            &P::loan_share_short,
            Range{0.0, 2.0},
            "1",
            Meaning{
                "the same of enterprises short of cash, individual businesses included",
                "现金紧张的主体期初贷款占设备重置价值比例",
                "judgement"});
        field(
            "short_share",
            &P::short_share,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "enterprises that open short of cash and in debt",
                "期初现金紧张且负债的主体比例",
                "judgement"});
        field(
            "short_share_dear",
            &P::short_share_dear,
            Range{0.0, 1.0},
            "1/year",
            Meaning{
                "added to it for each year of sales that plant costs beyond half a year's",
                "设备重置价值每超出半年销售额一年时该比例的增量",
                "judgement"});
        field(
            "occupancy",
            &P::occupancy,
            Range{0.1, 1.0},
            "1",
            Meaning{
                "share of floor space in use at the start",
                "期初场地占用率",
                "judgement"});
        field(
            "factory_share",
            &P::factory_share,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "standard factories in the floor space of parks",
                "标准厂房占园区场地比例",
                "judgement"});
        field(
            "listing_backlog",
            &P::listing_backlog,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "firms above the line not yet listed at the start",
                "期初达标未入统比例",
                "fitted: S03, studies/enterprise-counts.toml"});
    }
};

/// Parameters of the processes that the warm-up runs.
struct StartProcesses {
    CostRules costs;
    LookAround::Params surroundings;
    Expectations::Params demand;
    Renewal::Params renewal;
    SupplySearch::Params search;
    Production::Params production;
    Delivery::Params delivery;
    Relations::Params relations;
    Pricing::Params pricing;
    Accounts::Params accounts;
};

/// Builds December 2022: draws the population, balances it, grows its links by the
/// model's own search and settles it. `world` holds the data files' contents, leaders,
/// luck and scale. `progress(done, all)` is called once a month.
void build_first_world(
    World& world,
    PopulationParams const& population,
    Demography const& demography,
    StartParams const& start,
    StartProcesses const& processes,
    std::function<void(int, int)> const& progress);

} // namespace canopy
