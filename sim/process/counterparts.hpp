#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// The six counterparts that enterprises and people deal with: officers shared over the
/// zone's places, users, waiting.
/// Source: MODEL.md S13; waiting rules::waiting_time; numbers judgement.
class Counterparts {
  public:
    static constexpr std::string_view key = "counterparts";
    using AtCounterparts = Communities::AtCounterparts;

    struct Params {
        std::array<double, n_counterparts> officers{
            300.0, 200.0, 120.0, 350.0, 400.0, 150.0};
        std::array<double, n_counterparts> from_firms{0.9, 0.6, 0.4, 0.5, 0.2, 0.3};
        double residents_a_firm = 7.0;
        double growth = 0.04;
        double opening_use = 0.7;
        double ease_of_waiting = 0.1;

        static void describe(auto&& field) {
            using P = Params;
            field(
                "officers",
                &P::officers,
                Range{1.0, 1e5},
                "persons",
                Meaning{
                    "of enforcement, social security, mass organisations, towns and "
                    "streets, communities, social institutions, December 2022",
                    "六类主体工作人员（2022年12月）"});
            field(
                "from_firms",
                &P::from_firms,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of the users who are enterprises, not residents",
                    "服务对象中企业占比"});
            field(
                "residents_a_firm",
                &P::residents_a_firm,
                Range{0.1, 1000.0},
                "persons",
                Meaning{
                    "who come as often as one enterprise",
                    "与一家企业办事次数相当的居民数"});
            field(
                "growth",
                &P::growth,
                Range{-0.2, 0.2},
                "1/year",
                Meaning{"of officers, without a lever", "既有人员年增速"});
            field(
                "opening_use",
                &P::opening_use,
                Range{0.01, 0.95},
                "1",
                Meaning{
                    "share of time that officers are busy at the start", "期初忙碌率"});
            field(
                "ease_of_waiting",
                &P::ease_of_waiting,
                Range{0.0, 2.0},
                "1",
                Meaning{
                    "elasticity of ease with regard to waiting",
                    "办事便利度对等待时间的弹性"});
        }
    };

    struct Decision {
        AtCounterparts waiting = Communities::as_usual();
        std::array<double, n_counterparts> mean_waiting{};
        std::array<double, max_places> ease{};
    };

    explicit Counterparts(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Notes the users of December 2022.
    void open(World& world) const;

  private:
    [[nodiscard]] AtCounterparts users(World const& now) const;

    Params params_;
};

} // namespace canopy
