#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Helps people in companies to found their own: raises the hazard of a spin-off and is
/// charged for each new firm that would not have come without it.
/// Source: MODEL.md S8.
class SpinOffSupport {
  public:
    static constexpr LeverKind kind = LeverKind::spin_off_support;
    static constexpr std::string_view key = "spin_off_support";
    static constexpr std::string_view name_zh = "裂变支持";
    static constexpr System system = System::open;
    static constexpr Aim aim{"spin_offs", +1, 12};
    static constexpr LeverUnit unit{"extra spin-off", "新增裂变企业"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double boost = 1.0;
        double firm_cost = 150e3;

        static void describe(auto&& field) {
            field(
                "boost",
                &Params::boost,
                Range{0.0, 2.0},
                "1",
                Meaning{
                    "added to 1 on the hazard of a spin-off",
                    "裂变概率的增幅",
                    "judgement: plan's dose 15 / 40 / 90 new firms a year"});
            field(
                "firm_cost",
                &Params::firm_cost,
                Range{0.0, 1e7},
                "yuan",
                Meaning{
                    "support for one extra new firm", "每户新增裂变企业的支持成本"});
        }
    };

    explicit SpinOffSupport(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.boost <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.spin_off_boost, reach, world, params_.boost);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.boost * firms_offered(reach, world);
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.firm_cost;
    }

  private:
    Params params_;
};

} // namespace canopy
