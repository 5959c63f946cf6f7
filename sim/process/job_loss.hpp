#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/gathered.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// People lose or give up their jobs: separations that nothing in the model explains,
/// and lay-offs of firms with more people than work. Source: MODEL.md S12.
class JobLoss {
  public:
    static constexpr std::string_view key = "job_loss";

    struct Params {
        double separation = 0.006;
        double individual_factor = 0.8;
        double public_factor = 0.35;
        double layoff_speed = 0.3;
        double layoff_slack = 0.1;

        static void describe(auto&& field) {
            using P = Params;
            field(
                "separation",
                &P::separation,
                Range{0.0, 0.1},
                "1/month",
                Meaning{
                    "share of employees who leave into non-employment",
                    "离职失业的月比例",
                    "MODEL.md S12: to be fitted to tenure"});
            field(
                "individual_factor",
                &P::individual_factor,
                Range{0.0, 10.0},
                "1",
                Meaning{"the same in individual businesses", "个体户的倍数", "prototype"});
            field(
                "public_factor",
                &P::public_factor,
                Range{0.0, 10.0},
                "1",
                Meaning{"the same in public units", "公共单位的倍数", "prototype"});
            field(
                "layoff_speed",
                &P::layoff_speed,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of the excess laid off", "超额员工月裁减比例", "prototype"});
            field(
                "layoff_slack",
                &P::layoff_slack,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "excess of people over work that firms bear",
                    "企业容忍的冗员比例",
                    "prototype"});
        }
    };

    struct Loss {
        PersonId person;
        bool laid_off = false;
    };
    using Decision = Gathered<Loss>;

    explicit JobLoss(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] double rate(World const& now, PersonId person) const;
    [[nodiscard]] int layoffs(World const& now, FirmId firm) const;

    Params params_;
};

} // namespace canopy
