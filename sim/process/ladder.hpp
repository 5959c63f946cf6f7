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
        double conversion = 0.0008;
        double listing = 0.05;
        double patience = 24.0;

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
                    "fitted: S02"});
            field(
                "listing",
                &Params::listing,
                Range{0.0, 0.3},
                "1/month",
                Meaning{
                    "chance that a company over the line is listed, before the "
                    "calendar",
                    "达标企业入统的月概率(日历系数前)",
                    "fitted: S03"});
            field(
                "patience",
                &Params::patience,
                Range{1.0, 200.0},
                "month",
                Meaning{
                    "months below the line after which a company is struck off",
                    "低于标准后退出统计的月数",
                    "MODEL.md S9"});
        }
    };

    enum class Step : std::uint8_t { becomes_company, listed, below_line, above_line };

    struct Change {
        FirmId firm;
        Step step = Step::listed;
    };

    using Decision = Gathered<Change>;

    explicit Ladder(Params const& params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] bool
    becomes_company(World const& now, FirmId firm, double sales) const;
    [[nodiscard]] bool is_listed(World const& now, FirmId firm) const;

    Params params_;
};

} // namespace canopy
