#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/founding.hpp"

namespace canopy {

/// How large and how able firms are when they begin, and when the model begins.
/// Source: MODEL.md 8, S8 (sizes after Axtell 2001 and Heinrich & Dai 2016; spread of
/// productivity after Syverson 2011, neighbourhood only).
struct Demography {
    double alone = 0.45;
    double pair = 0.35;
    double tail = 1.06;
    double least = 1.9;
    double least_industry = 2.6;
    double most = 500.0;
    double most_industry = 1500.0;
    double entrant_median = 2.5;
    double entrant_spread = 0.8;
    double productivity_spread = 0.35;
    double size_premium = 0.1;
    double most_premium = 1.35;
    double opening_company = 0.9;
    double opening_individual = 0.95;
    double entrant_company = 0.95;
    double entrant_low = 0.9;
    double entrant_range = 0.15;
    double quality = 0.5;
    double quality_spread = 0.15;

    static void describe(auto&& field) {
        using D = Demography;
        field(
            "alone",
            &D::alone,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "share of individual businesses with one person", "一人个体户比例"});
        field(
            "pair",
            &D::pair,
            Range{0.0, 1.0},
            "1",
            Meaning{"share with two; the others have three", "两人个体户比例"});
        field(
            "tail",
            &D::tail,
            Range{0.5, 3.0},
            "1",
            Meaning{
                "exponent of company headcounts",
                "企业人数分布尾指数",
                "Heinrich & Dai 2016"});
        field(
            "least",
            &D::least,
            Range{1.0, 50.0},
            "person",
            Meaning{"least headcount of the tail", "人数分布下限", "Z01"});
        field(
            "least_industry",
            &D::least_industry,
            Range{1.0, 50.0},
            "person",
            Meaning{"the same in industry", "工业人数分布下限", "Z01"});
        field(
            "most",
            &D::most,
            Range{10.0, 1e5},
            "person",
            Meaning{
                "largest opening headcount but the leaders'",
                "期初人数上限(龙头除外)"});
        field(
            "most_industry",
            &D::most_industry,
            Range{10.0, 1e5},
            "person",
            Meaning{"the same in industry", "工业期初人数上限"});
        field(
            "entrant_median",
            &D::entrant_median,
            Range{1.0, 100.0},
            "person",
            Meaning{
                "median headcount of new companies",
                "新企业人数中位数",
                "MODEL.md S8"});
        field(
            "entrant_spread",
            &D::entrant_spread,
            Range{0.0, 3.0},
            "1",
            Meaning{
                "standard deviation of its logarithm", "其对数标准差", "MODEL.md S8"});
        field(
            "productivity_spread",
            &D::productivity_spread,
            Range{0.0, 1.5},
            "1",
            Meaning{
                "standard deviation of log productivity",
                "生产率对数标准差",
                "Syverson 2011"});
        field(
            "size_premium",
            &D::size_premium,
            Range{0.0, 0.5},
            "1",
            Meaning{
                "elasticity of productivity to headcount",
                "生产率对人数的弹性",
                "prototype"});
        field(
            "most_premium",
            &D::most_premium,
            Range{1.0, 5.0},
            "1",
            Meaning{"cap of the size premium", "规模溢价上限", "prototype"});
        field(
            "opening_company",
            &D::opening_company,
            Range{0.1, 3.0},
            "1",
            Meaning{
                "productivity level of companies at the start",
                "期初企业生产率水平",
                "prototype"});
        field(
            "opening_individual",
            &D::opening_individual,
            Range{0.1, 3.0},
            "1",
            Meaning{
                "the same of individual businesses",
                "期初个体户生产率水平",
                "prototype"});
        field(
            "entrant_company",
            &D::entrant_company,
            Range{0.1, 3.0},
            "1",
            Meaning{
                "productivity level of new companies",
                "新企业生产率水平",
                "prototype"});
        field(
            "entrant_low",
            &D::entrant_low,
            Range{0.1, 3.0},
            "1",
            Meaning{
                "least factor that a newcomer draws", "新进入者因子下限", "prototype"});
        field(
            "entrant_range",
            &D::entrant_range,
            Range{0.0, 1.0},
            "1",
            Meaning{"width of that draw", "新进入者因子宽度", "prototype"});
        field(
            "quality",
            &D::quality,
            Range{0.0, 1.0},
            "1",
            Meaning{"mean quality", "平均质量"});
        field(
            "quality_spread",
            &D::quality_spread,
            Range{0.0, 0.5},
            "1",
            Meaning{"its standard deviation", "质量标准差"});
    }
};

/// Draws headcount, productivity and quality of a firm of the opening population; id,
/// kind and sector are set.
void draw_opening(World const& world, Demography const& demography, Newborn& firm);

/// Draws the same of a newcomer.
void draw_entrant(World const& world, Demography const& demography, Newborn& firm);

/// Headcount at quantile `u`: bounded Pareto for companies, 1 to 3 for individual
/// businesses.
[[nodiscard]] int opening_workers(
    Demography const& demography, FirmKind kind, Sector const& sector, double u);

/// Headcount of a newcomer at quantile `u`: lognormal for companies.
[[nodiscard]] int
entrant_workers(Demography const& demography, FirmKind kind, double u);

/// Log-normal productivity at quantile `u` times a premium for companies of many
/// workers.
[[nodiscard]] double
productivity_of(Demography const& demography, FirmKind kind, int workers, double u);

} // namespace canopy
