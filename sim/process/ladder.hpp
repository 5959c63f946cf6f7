#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/gathered.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// The growth ladder: individual businesses become companies 个转企, companies are
/// listed above scale 四上 and drop out again. Source: MODEL.md S9.
class Ladder {
  public:
    static constexpr std::string_view key = "ladder";

    struct Params {
        double conversion = 0.0007;
        double listing = 0.05;
        double patience = 24.0;
        double certified_share = 0.5;
        double specialised_share = 0.15;
        double certification = 0.05;
        double specialisation = 0.03;
        double flotation = 0.01;
        double specialised_sales = 20e6;
        double listed_sales = 300e6;
        double equity_raised = 0.2;

        static void describe(auto&& field) {
            field(
                "conversion",
                &Params::conversion,
                Range{0.0, 0.1},
                "1/month",
                Meaning{
                    "chance that an individual business of mean sales becomes a "
                    "company",
                    "平均规模个体户转企的月概率",
                    "fitted: S02, studies/enterprise-counts.toml"});
            field(
                "listing",
                &Params::listing,
                Range{0.0, 0.3},
                "1/month",
                Meaning{
                    "chance that a company over the line is listed, before the "
                    "calendar",
                    "达标企业入统的月概率(日历系数前)",
                    "prototype"});
            field(
                "patience",
                &Params::patience,
                Range{1.0, 200.0},
                "month",
                Meaning{
                    "months below the line after which a company is struck off",
                    "低于标准后退出统计的月数",
                    "MODEL.md S9"});
            using P = Params;
            field("certified_share", &P::certified_share, Range{0.0, 1.0}, "1",
                  Meaning{"of companies with ten people in high-technology sectors, "
                          "December 2022",
                          "期初高技术行业十人以上企业中高新企业比例", "judgement"});
            field("specialised_share", &P::specialised_share, Range{0.0, 1.0}, "1",
                  Meaning{"of certified companies of the least sales, December 2022",
                          "期初高新企业中专精特新比例", "judgement"});
            field("certification", &P::certification, Range{0.0, 1.0}, "1/year",
                  Meaning{"chance that a company of a high-technology sector, or one "
                          "that has innovated, is certified as high technology",
                          "高技术行业或有创新成果企业认定高新技术企业的年概率", "judgement"});
            field("specialisation", &P::specialisation, Range{0.0, 1.0}, "1/year",
                  Meaning{"chance that a certified company becomes specialised and new",
                          "高新企业成为专精特新的年概率", "judgement"});
            field("flotation", &P::flotation, Range{0.0, 1.0}, "1/year",
                  Meaning{"chance that a specialised company is listed on an exchange",
                          "专精特新企业上市的年概率", "judgement"});
            field("specialised_sales", &P::specialised_sales, Range{0.0, 1e12}, "yuan/year",
                  Meaning{"least sales of a specialised company", "专精特新最低销售额",
                          "judgement"});
            field("listed_sales", &P::listed_sales, Range{0.0, 1e12}, "yuan/year",
                  Meaning{"least sales of a listed company", "上市最低销售额",
                          "judgement"});
            field("equity_raised", &P::equity_raised, Range{0.0, 2.0}, "1",
                  Meaning{"capital from outside at the listing, share of yearly sales",
                          "上市募资占年销售额比例", "judgement"});
        }
    };

    enum class Step : std::uint8_t {
        becomes_company,
        listed,
        below_line,
        above_line,
        climbs ///< a rung
    };

    struct Change {
        FirmId firm;
        Step step = Step::listed;
    };

    using Decision = Gathered<Change>;

    explicit Ladder(Params const& params)
        : params_{params} {}

    /// Puts companies on the rungs on which they stand in December 2022.
    void open(World& world) const;

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] bool
    becomes_company(World const& now, FirmId firm, double sales, double u) const;
    [[nodiscard]] bool is_listed(World const& now, FirmId firm, double u) const;
    [[nodiscard]] bool climbs(World const& now, FirmId firm, double sales) const;
    void climb(World& world, FirmId firm) const;

    Params params_;
};

} // namespace canopy
