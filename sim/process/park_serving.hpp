#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// The parks serve enterprises: five services with a capacity each; who comes late
/// waits. The share served, against December 2022, changes the odds of what firms do,
/// and the value of a site. Source: MODEL.md S6; uses and weights judgement.
class ParkServing {
  public:
    static constexpr std::string_view key = "park_services";

    struct Params {
        std::array<double, n_park_services> use{0.05, 0.02, 0.03, 0.02, 0.02};
        std::array<double, n_park_services> weight{0.3, 0.3, 0.2, 0.2, 0.3};
        double opening_served = 0.8;
        double capacity_growth = 0.04;

        static void describe(auto&& field) {
            using P = Params;
            field("use", &P::use, Range{0.0, 1.0}, "1/month",
                  Meaning{"companies that ask for each service: enterprise_service, "
                          "innovation, production_support, human_resources, digital",
                          "企业每月使用各项服务的比例：企业服务、科技创新、生产配套、人力资源、"
                          "数字赋能",
                          "judgement"});
            field("weight", &P::weight, Range{0.0, 2.0}, "1",
                  Meaning{"change of what each affects per change of the share served",
                          "服务满足率变动对结果的影响", "judgement"});
            field("opening_served", &P::opening_served, Range{0.01, 1.0}, "1",
                  Meaning{"share served in December 2022", "期初满足率", "judgement"});
            field("capacity_growth", &P::capacity_growth, Range{0.0, 0.5}, "1/year",
                  Meaning{"growth of capacity without policy", "无政策时能力年增速",
                          "judgement"});
        }
    };

    struct Decision {
        ParkServices services;
        std::array<double, max_places> service{}; ///< of a site
    };

    explicit ParkServing(Params const& params)
        : params_{params} {}

    /// Capacities that serve the opening share of the firms of December 2022.
    void open(World& world) const;

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    [[nodiscard]] ParkServices::ByService need_at(World const& now, PlaceId place) const;

    Params params_;
};

} // namespace canopy
