#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// People laid off of late are served before others: by firms that stations and operators
/// talk to, and with kept seats in courses.
/// Source: MODEL.md S12.
class RapidResponse {
  public:
    static constexpr LeverKind kind = LeverKind::rapid_response;
    static constexpr std::string_view key = "rapid_response";
    static constexpr std::string_view name_zh = "裁员快速响应";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"laid_off_duration", -1, 12};
    static constexpr LeverUnit unit{"team-month", "班组·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double share = 0.8;
        double cost = 3e6;

        static void describe(auto&& field) {
            field(
                "share",
                &Params::share,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "of people laid off whom it reaches", "覆盖的被裁人员比例", "judgement"});
            field(
                "cost",
                &Params::cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{
                    "of reaching all of them", "全覆盖年成本", "judgement"});
        }
    };

    explicit RapidResponse(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.share <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        book.rapid_response += offered(reach, world);
    }

    [[nodiscard]] double offered(Reach const& reach, World const&) const {
        return reach.strength * params_.share;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const& world) const {
        return used * params_.cost * world.scale / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
