#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// People come to live in the district for its jobs and its livability, and the sides
/// from which people commute keep their labour force. Source: MODEL.md S13 (gravity of
/// jobs after Harris & Todaro 1970; rates judgement).
class Arrivals {
  public:
    static constexpr std::string_view key = "arrivals";

    struct Params {
        double rate = 0.0048;
        double by_livability = 1.5;
        double by_unemployment = 50.0;
        double normal_unemployment = 0.052;
        double growth_of_sides = 0.02;

        static void describe(auto&& field) {
            using P = Params;
            field("rate", &P::rate, Range{0.0, 1.0}, "1/month",
                  Meaning{"arrivals per resident at normal unemployment",
                          "正常失业率下月迁入率",
                          "studies/labour-supply.toml gives .0047 [.0035, .0058]"});
            field("by_livability", &P::by_livability, Range{0.0, 20.0}, "1",
                  Meaning{"elasticity of moving in", "迁入对宜居度的弹性", "MODEL.md S13"});
            field("by_unemployment", &P::by_unemployment, Range{0.0, 200.0}, "1",
                  Meaning{"log response to unemployment below normal",
                          "迁入对失业率低于正常的对数反应",
                          "studies/labour-supply.toml gives 50 [24, 76]"});
            field("normal_unemployment", &P::normal_unemployment, Range{0.0, 0.5}, "1",
                  Meaning{"at which arrivals are normal", "正常失业率", "P18"});
            field("growth_of_sides", &P::growth_of_sides, Range{-0.2, 0.2}, "1/year",
                  Meaning{"of the labour force of the sides", "周边劳动力年增速",
                          "judgement"});
        }
    };

    struct Decision {
        std::array<int, max_communities> arrivals{};
    };

    explicit Arrivals(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    Params params_;
};

/// People of every community by age and work, who employs whom: after people have
/// moved.
void count_people(World& world);

} // namespace canopy
