#pragma once

#include "sim/base/chance.hpp"
#include "sim/base/describe.hpp"
#include "sim/base/random.hpp"
#include "sim/process/gathered.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// People are born, leave school, retire, die and move away. Source: MODEL.md S12, S13;
/// mortality after Gompertz 1825, levels judgement (prototype: flows for 400,000).
class LifeCourse {
  public:
    static constexpr std::string_view key = "life_course";

    struct Params {
        double mortality = 0.0006;
        double mortality_growth = 0.092;
        double births = 0.024;
        double participation = 0.85;
        double early_retirement = 0.004;
        double leaving = 0.004;
        double leaving_by_livability = 1.5;
        double leaving_by_security = 0.5;
        double leaving_of_employed = 0.5;

        static void describe(auto&& field) {
            using P = Params;
            field("mortality", &P::mortality, Range{0.0, 1.0}, "1/year",
                  Meaning{"at 30", "30岁死亡率", "judgement"});
            field("mortality_growth", &P::mortality_growth, Range{0.0, 1.0}, "1/year",
                  Meaning{"of log mortality with age", "死亡率随年龄的对数增速",
                          "Gompertz 1825"});
            field("births", &P::births, Range{0.0, 1.0}, "1/year",
                  Meaning{"per person of 20 to 39", "20—39岁人均年生育", "judgement"});
            field("participation", &P::participation, Range{0.0, 1.0}, "1",
                  Meaning{"school leavers who look for work", "毕业后进入劳动力市场比例",
                          "judgement"});
            field("early_retirement", &P::early_retirement, Range{0.0, 1.0}, "1/month",
                  Meaning{"from 50 on; at 60 all but owners retire", "50岁起月退休率",
                          "judgement"});
            field("leaving", &P::leaving, Range{0.0, 1.0}, "1/month",
                  Meaning{"people who move out of the district", "月迁出率",
                          "MODEL.md S13"});
            field("leaving_by_livability", &P::leaving_by_livability, Range{0.0, 20.0},
                  "1", Meaning{"elasticity of moving out", "迁出对宜居度的弹性",
                               "MODEL.md S13"});
            field("leaving_by_security", &P::leaving_by_security, Range{0.0, 20.0}, "1",
                  Meaning{"elasticity of moving out to people's security",
                          "迁出对安全感的弹性", "judgement: a third of livability's"});
            field("leaving_of_employed", &P::leaving_of_employed, Range{0.0, 10.0}, "1",
                  Meaning{"log reduction for people with a job", "在职者迁出对数降幅",
                          "MODEL.md S13"});
        }
    };

    enum class Turn : std::uint8_t { none, birth, leaves_school, retires, dies, moves_away };
    struct Event {
        PersonId person;
        Turn turn;
    };
    using Decision = Gathered<Event>;

    explicit LifeCourse(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    static constexpr int oldest = 105; ///< [years] at which ages end

    /// What people of one age or one community share in a month.
    struct Odds {
        std::array<double, oldest + 1> death{};
        /// Of each draw, by age: the most that anybody has of what it decides.
        std::array<std::array<Chance, 4>, oldest + 1> anything{};
        /// Readiness to move away by community and by having a job; 0 outside the district.
        std::array<std::array<double, 2>, max_communities> restless{};
    };

    [[nodiscard]] Odds odds(World const& now) const;
    [[nodiscard]] static int years_of(World const& now, PersonId person);
    [[nodiscard]] static bool may_turn(
        World const& now,
        PersonId person,
        Odds const& odds,
        DrawBlock const& draws);
    [[nodiscard]] Turn turn_of(
        World const& now,
        PersonId person,
        Odds const& odds,
        DrawBlock const& draws) const;
    void leave_school(World& world, PersonId person) const;
    void die(World& world, PersonId person) const;

    Params params_;
};

} // namespace canopy
