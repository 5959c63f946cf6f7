#include "sim/kpi/developer.hpp"

namespace canopy {

namespace {

constexpr std::string_view source = "MODEL.md S14";

double revenue(World const& world, DeveloperLine line) {
    return yuan(world.developer.revenue[static_cast<std::size_t>(line)]);
}

double leverage(World const& world) {
    auto const& developer = world.developer;
    auto const assets = developer.assets(world.balances.of(Account::developer));
    return ratio(
        static_cast<double>(developer.debt_total() + developer.payables),
        static_cast<double>(assets));
}

Measure line_revenue(
    std::string_view key, std::string_view en, std::string_view zh, DeveloperLine line) {
    return total(
        key, "yuan a month", {en, zh, source}, [line](World const& world, Tally const&) {
            return revenue(world, line);
        });
}

Measures book_measures() {
    return {
        total(
            "developer_cash",
            "yuan",
            {"money of the developer", "开发公司现金", source},
            [](World const& world, Tally const&) {
                return yuan(world.balances.of(Account::developer));
            }),
        total(
            "developer_debt",
            "yuan",
            {"interest-bearing debt of the developer", "开发公司有息负债", source},
            [](World const& world, Tally const&) {
                return yuan(world.developer.debt_total());
            }),
        total(
            "developer_assets",
            "yuan",
            {"assets of the developer", "开发公司总资产", source},
            [](World const& world, Tally const&) {
                return yuan(
                    world.developer.assets(world.balances.of(Account::developer)));
            }),
        total(
            "developer_fund_value",
            "yuan",
            {"stakes of the developer at book", "开发公司股权投资", source},
            [](World const& world, Tally const&) {
                return yuan(world.developer.stakes);
            }),
        total(
            "developer_leverage",
            "1",
            {"liabilities over assets", "开发公司资产负债率", source},
            [](World const& world, Tally const&) { return leverage(world); }),
        total(
            "developer_coverage",
            "1",
            {"operating cash over interest, twelve months", "开发公司利息保障倍数",
             source},
            [](World const& world, Tally const&) { return world.developer.coverage(); }),
        total(
            "developer_net_profit",
            "yuan a month",
            {"net profit of the developer", "开发公司净利润", source},
            [](World const& world, Tally const&) {
                return yuan(world.developer.net_profit);
            }),
        total(
            "developer_rescue",
            "yuan a month",
            {"paid to the developer by the budget in need", "财政救助开发公司", source},
            [](World const& world, Tally const&) {
                return yuan(world.developer.rescue);
            }),
        total(
            "developer_extensions",
            "months",
            {"in which principal was put off, so far", "债务展期月数（累计）", source},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.developer.extensions);
            }),
    };
}

Measures business_measures() {
    return {
        by("developer_line",
           "developer_revenue",
           "yuan a month",
           {"revenue of the developer by line", "开发公司分业务收入", source},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t line = 0; line < n_developer_lines; ++line)
                   into[line] = yuan(world.developer.revenue[line]);
           }),
        line_revenue(
            "developer_land_revenue",
            "land sold by the developer",
            "开发公司土地收入",
            DeveloperLine::land),
        line_revenue(
            "developer_rent_revenue",
            "rents of the developer",
            "开发公司租金收入",
            DeveloperLine::rent),
        line_revenue(
            "developer_service_revenue",
            "fees of the developer for services to enterprises",
            "开发公司产业服务收入",
            DeveloperLine::industry_service),
        total(
            "developer_energy",
            "MW",
            {"capacity of the developer's power plants", "开发公司新能源装机", source},
            [](World const& world, Tally const&) { return world.developer.energy_mw; }),
        total(
            "developer_construction",
            "1",
            {"share of the planned building that was done", "园区建设计划完成比例",
             source},
            [](World const& world, Tally const&) {
                return world.developer.construction;
            }),
        total(
            "developer_service_level",
            "1",
            {"level × quality of the parks' services, 1 in December 2022",
             "园区服务水平×质量（2022年12月=1）",
             source},
            [](World const& world, Tally const&) {
                return world.developer.services * world.developer.quality;
            }),
    };
}

} // namespace

Measures developer_measures() {
    auto all = book_measures();
    for (auto& measure : business_measures())
        all.push_back(std::move(measure));
    return all;
}

} // namespace canopy
