#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/month.hpp"

#include <optional>

namespace canopy {

/// What the developer earns and spends in a year at full scale, and its opening books.
/// Source: MODEL.md S14; books agree with facts P06 to P08 (assets 89.4 bn, liabilities
/// 53.3 bn, net profit .67 bn yuan a year), their split is judgement throughout.
struct DeveloperParams {
    // opening books [yuan]
    double land = 30e9;
    double works = 20e9;
    double factories = 6.8e9;
    double stakes = 3.2e9;
    double energy = 0.2e9;
    double receivables = 17e9;
    double other = 8.2e9;
    double debt = 42e9;
    double payables = 11.3e9;
    // income and cost
    double residential_area = 0.36e6;
    double residential_price = 5000.0;
    double residential_cost = 2700.0;
    double industrial_cost_share = 0.87;
    double land_growth_pull = 10.0;
    double usual_growth = 0.02;
    double usual_rent = 430e6;
    double service_fees = 260e6;
    double service_margin = 0.17;
    double urban_rural = 900e6;
    double urban_margin = 0.14;
    double construction_for_others = 1500e6;
    double construction_margin = 0.1;
    double collection = 0.13;
    double megawatts = 60.0;
    double megawatt_hours = 1000.0;
    double power_price = 600.0;
    double megawatt_margin = 0.5e6;
    double megawatt_cost = 3.6e6;
    double stake_yield = 0.035;
    double transfers = 550e6;
    double overhead = 500e6;
    double free_services = 150e6;
    double depreciation = 204e6;
    double tax = 0.25;
    double local_tax = 0.28;
    // debt
    double opening_rate = 0.0507;
    double new_rate = 0.045;
    double capitalised = 0.75;
    // investment
    double construction = 740e6;
    double tickets = 250e6;
    double least_cash = 1.5e9;
    double least_services = 0.4;
    double service_speed = 0.1;
    double forced_sale_loss = 0.15;
    // reform
    std::optional<Month> reform_from = std::nullopt;
    double reform_months = 36.0;
    double reform_overhead = 0.15;
    double reform_fees = 1.5;
    double reform_fee_margin = 0.06;
    double reform_urban = 0.4;
    double reform_urban_margin = 0.04;
    double reform_yield = 0.5;
    double reform_megawatts = 2.5;
    double reform_quality = 0.2;
    double reform_rent = 0.08;

    static void describe(auto&& field) {
        using P = DeveloperParams;
        auto const money = Range{0.0, 1e12};
        field("land", &P::land, money, "yuan",
              Meaning{"opening book of land", "期初土地", "judgement"});
        field("works", &P::works, money, "yuan",
              Meaning{"opening book of works", "期初在建工程", "judgement"});
        field("factories", &P::factories, money, "yuan",
              Meaning{"opening book of factories", "期初厂房", "judgement"});
        field("stakes", &P::stakes, money, "yuan",
              Meaning{"opening book of stakes", "期初股权投资", "judgement"});
        field("energy", &P::energy, money, "yuan",
              Meaning{"opening book of power plants", "期初新能源资产", "judgement"});
        field("receivables", &P::receivables, money, "yuan",
              Meaning{"opening receivables", "期初应收款", "judgement"});
        field("other", &P::other, money, "yuan",
              Meaning{"other opening assets", "期初其他资产", "judgement"});
        field("debt", &P::debt, money, "yuan",
              Meaning{"opening interest-bearing debt", "期初有息负债", "judgement"});
        field("payables", &P::payables, money, "yuan",
              Meaning{"other opening liabilities", "期初其他负债", "judgement"});
        field("residential_area", &P::residential_area, Range{0.0, 1e8}, "m2/year",
              Meaning{"residential and commercial land sold in a usual year",
                      "常年商住用地出让面积", "judgement"});
        field("residential_price", &P::residential_price, Range{0.0, 1e5}, "yuan/m2",
              Meaning{"price of it", "商住用地价格", "judgement"});
        field("residential_cost", &P::residential_cost, Range{0.0, 1e5}, "yuan/m2",
              Meaning{"cost of preparing it", "商住用地整理成本", "judgement"});
        field("industrial_cost_share", &P::industrial_cost_share, Range{0.0, 2.0}, "1",
              Meaning{"cost of preparing industrial land over its price",
                      "工业用地整理成本占价格比例", "judgement: 430 of 495 yuan (P01)"});
        field("land_growth_pull", &P::land_growth_pull, Range{0.0, 100.0}, "1",
              Meaning{"land demand per point of population growth above the usual",
                      "人口增速偏离对用地需求的影响", "judgement"});
        field("usual_growth", &P::usual_growth, Range{-0.1, 0.2}, "1/year",
              Meaning{"population growth of a usual year", "常年人口增速", "judgement"});
        field("usual_rent", &P::usual_rent, money, "yuan/year",
              Meaning{"rents before the first year, for the opening coverage",
                      "期初前一年租金，用于期初保障倍数",
                      "what the model's firms pay in the first year"});
        field("service_fees", &P::service_fees, money, "yuan/year",
              Meaning{"fees for services to enterprises", "产业服务收入", "judgement"});
        field("service_margin", &P::service_margin, Range{0.0, 1.0}, "1",
              Meaning{"margin on them", "产业服务毛利率", "judgement"});
        field("urban_rural", &P::urban_rural, money, "yuan/year",
              Meaning{"urban and rural operation", "城乡运营收入", "judgement"});
        field("urban_margin", &P::urban_margin, Range{0.0, 1.0}, "1",
              Meaning{"margin on it", "城乡运营毛利率", "judgement"});
        field("construction_for_others", &P::construction_for_others, money, "yuan/year",
              Meaning{"built for others, paid late", "代建收入", "judgement"});
        field("construction_margin", &P::construction_margin, Range{0.0, 1.0}, "1",
              Meaning{"margin on it", "代建毛利率", "judgement"});
        field("collection", &P::collection, Range{0.0, 1.0}, "1/year",
              Meaning{"share of receivables collected", "应收款年回收率", "judgement"});
        field("megawatts", &P::megawatts, Range{0.0, 1e5}, "MW",
              Meaning{"opening capacity of power plants", "期初新能源装机", "judgement"});
        field("megawatt_hours", &P::megawatt_hours, Range{0.0, 8760.0}, "MWh/year",
              Meaning{"generated by a megawatt", "每兆瓦年发电量",
                      "judgement: distributed solar in Hunan"});
        field("power_price", &P::power_price, Range{0.0, 1e4}, "yuan/MWh",
              Meaning{"that firms of the zone pay, in December 2022",
                      "售电价格（2022年12月）",
                      "judgement: order of the general tariff for firms in Hunan"});
        field("megawatt_margin", &P::megawatt_margin, Range{0.0, 1e7}, "yuan/year",
              Meaning{"earned by a megawatt at the power price of December 2022",
                      "每兆瓦年毛利（2022年12月电价）", "judgement"});
        field("megawatt_cost", &P::megawatt_cost, Range{0.0, 1e8}, "yuan",
              Meaning{"to build a megawatt", "每兆瓦投资", "judgement"});
        field("stake_yield", &P::stake_yield, Range{0.0, 1.0}, "1/year",
              Meaning{"yield of its stakes", "股权投资收益率", "judgement"});
        field("transfers", &P::transfers, money, "yuan/year",
              Meaning{"from city and province", "上级补助", "judgement"});
        field("overhead", &P::overhead, money, "yuan/year",
              Meaning{"staff and administration", "管理费用",
                      "judgement: set so that net profit comes near fact P08"});
        field("free_services", &P::free_services, money, "yuan/year",
              Meaning{"free services to firms and maintenance of parks",
                      "免费服务与园区维护", "judgement"});
        field("depreciation", &P::depreciation, money, "yuan/year",
              Meaning{"of factories and plants", "折旧", "judgement"});
        field("tax", &P::tax, Range{0.0, 1.0}, "1",
              Meaning{"on profit", "所得税率", "P10"});
        field("local_tax", &P::local_tax, Range{0.0, 1.0}, "1",
              Meaning{"share of it that stays in the district", "所得税地方留成", "S15"});
        field("opening_rate", &P::opening_rate, Range{0.0, 0.3}, "1/year",
              Meaning{"interest on the opening debt", "存量债务利率", "P08"});
        field("new_rate", &P::new_rate, Range{0.0, 0.3}, "1/year",
              Meaning{"interest on new debt", "新增债务利率", "judgement"});
        field("capitalised", &P::capitalised, Range{0.0, 1.0}, "1",
              Meaning{"share of interest put into works", "利息资本化比例", "judgement"});
        field("construction", &P::construction, money, "yuan/year",
              Meaning{"building of parks", "园区建设投资", "judgement"});
        field("tickets", &P::tickets, money, "yuan/year",
              Meaning{"put into stakes", "股权投资支出", "judgement"});
        field("least_cash", &P::least_cash, Range{0.0, 1e11}, "yuan",
              Meaning{"money below which it borrows, then cuts", "现金底线", "judgement"});
        field("least_services", &P::least_services, Range{0.0, 1.0}, "1",
              Meaning{"level that free services never fall below", "免费服务底线",
                      "judgement"});
        field("service_speed", &P::service_speed, Range{0.0, 1.0}, "1/month",
              Meaning{"most by which services change in a month", "服务水平月变动上限",
                      "judgement"});
        field("forced_sale_loss", &P::forced_sale_loss, Range{0.0, 1.0}, "1",
              Meaning{"lost on assets sold in need", "资产变现折价", "judgement"});
        field("reform_from", &P::reform_from, "month",
              Meaning{"month in which the reform begins; absent = none",
                      "改革开始月份，缺省为不改革", ""});
        field("reform_months", &P::reform_months, Range{1.0, 240.0}, "month",
              Meaning{"until it is whole", "改革完成所需月数", "judgement"});
        field("reform_overhead", &P::reform_overhead, Range{0.0, 1.0}, "1",
              Meaning{"saved of overhead", "管理费用下降比例", "judgement"});
        field("reform_fees", &P::reform_fees, Range{0.0, 10.0}, "1",
              Meaning{"added to service fees", "产业服务收入增幅", "judgement"});
        field("reform_fee_margin", &P::reform_fee_margin, Range{0.0, 1.0}, "1",
              Meaning{"added to their margin", "产业服务毛利率提高", "judgement"});
        field("reform_urban", &P::reform_urban, Range{0.0, 10.0}, "1",
              Meaning{"added to urban and rural operation", "城乡运营收入增幅",
                      "judgement"});
        field("reform_urban_margin", &P::reform_urban_margin, Range{0.0, 1.0}, "1",
              Meaning{"added to its margin", "城乡运营毛利率提高", "judgement"});
        field("reform_yield", &P::reform_yield, Range{0.0, 10.0}, "1",
              Meaning{"added to the yield of stakes", "股权收益率增幅", "judgement"});
        field("reform_megawatts", &P::reform_megawatts, Range{0.0, 1000.0}, "MW/month",
              Meaning{"of power plants built while it lasts", "改革期间月新增装机",
                      "judgement"});
        field("reform_quality", &P::reform_quality, Range{0.0, 1.0}, "1",
              Meaning{"added to the quality of services", "服务质量提高", "judgement"});
        field("reform_rent", &P::reform_rent, Range{0.0, 1.0}, "1",
              Meaning{"earned besides on rents: empty space let, side services",
                      "租金及增值收入增幅", "judgement"});
    }
};

} // namespace canopy
