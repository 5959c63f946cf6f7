#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Dated projects are built in monthly instalments, first from special bonds, then from
/// the year's cap; when money is short building slows down. Once a project stands, what
/// it opens works and its running cost falls due. What neighbouring zones pay of it
/// passes outside the zone's books. Source: MODEL.md S15; rules::cost_overrun,
/// rules::building_delay.
class Building {
  public:
    static constexpr std::string_view key = "projects";

    struct Params {
        double overrun = 1.1;
        double overrun_spread = 0.15;
        double least_cost = 0.9;
        double delay = 0.15;

        static void describe(auto&& field) {
            using P = Params;
            field("overrun", &P::overrun, Range{0.5, 3.0}, "1",
                  Meaning{"mean of capital taken over capital planned",
                          "实际投资与计划投资之比的均值", "judgement"});
            field("overrun_spread", &P::overrun_spread, Range{0.0, 1.0}, "1",
                  Meaning{"standard deviation of its logarithm", "其对数标准差",
                          "judgement"});
            field("least_cost", &P::least_cost, Range{0.1, 1.0}, "1",
                  Meaning{"least capital taken over capital planned",
                          "实际投资与计划投资之比的下限", "judgement"});
            field("delay", &P::delay, Range{0.0, 2.0}, "1",
                  Meaning{"mean delay, share of the building time planned",
                          "平均延期占计划工期比例", "judgement"});
        }
    };

    /// What one project does this month.
    struct Works {
        Fen building = 0;
        Fen running = 0;
        bool builds = false;
        bool opens = false;
    };

    struct Decision {
        std::vector<Works> works; ///< by project
        Fen from_bonds = 0;
    };

    explicit Building(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    void draw(World& world) const;

    Params params_;
};

/// Milestones of a project that fall due this month, and whether each is met.
struct MilestoneCount {
    int due = 0;
    int met = 0;
};

[[nodiscard]] MilestoneCount milestones_at(Project const& project, Month month);

} // namespace canopy
