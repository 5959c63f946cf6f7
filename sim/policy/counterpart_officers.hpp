#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Sends officers to the six counterparts, and to communities and markets: firms wait
/// less, communities are better looked after.
/// Source: MODEL.md S13.
class CounterpartOfficers {
  public:
    static constexpr LeverKind kind = LeverKind::counterpart_officers;
    static constexpr std::string_view key = "counterpart_officers";
    static constexpr std::string_view name_zh = "主体服务力量";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"waiting_time", -1, 12};
    static constexpr LeverUnit unit{"officer-month", "人·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double officers = 60.0;
        double to_communities = 0.25;
        double officer_cost = 168e3;

        static void describe(auto&& field) {
            field(
                "officers",
                &Params::officers,
                Range{0.0, 1e5},
                "persons",
                Meaning{"more", "增加的工作人员", "S16; plan's dose 20 / 60 / 125"});
            field(
                "to_communities",
                &Params::to_communities,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share that visits communities", "走访社区的比例", "judgement"});
            field(
                "officer_cost",
                &Params::officer_cost,
                Range{0.0, 1e7},
                "yuan/year",
                Meaning{
                    "of an officer", "每人年成本", "judgement: 14,000 yuan a month"});
        }
    };

    explicit CounterpartOfficers(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.officers <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const firms = place_parts(reach, world);
        auto const residents = resident_parts(reach, world);
        auto const visiting = params_.to_communities * offered(reach, world);
        auto const at_desks = offered(reach, world) - visiting;
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            book.officers[place] += firms[place] * at_desks;
            book.service_capacity[place][index_of(Service::governance)] +=
                residents[place] * visiting;
        }
    }

    /// Officers at work.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.officers * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.officer_cost / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
