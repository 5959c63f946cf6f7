#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Human-resource firms search for people for the jobs that have been open longest.
/// Source: MODEL.md S12.
class HrAgencies {
  public:
    static constexpr LeverKind kind = LeverKind::hr_agencies;
    static constexpr std::string_view key = "hr_agencies";
    static constexpr std::string_view name_zh = "人力资源机构";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"vacancies", -1, 12};
    static constexpr LeverUnit unit{"search", "次"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double seats = 500.0;
        double fee = 400.0;

        static void describe(auto&& field) {
            field(
                "seats",
                &Params::seats,
                Range{0.0, 1e6},
                "jobs/month",
                Meaning{
                    "open jobs that agencies search for", "机构每月受理的空缺岗位", "Z20: over 50 agencies placed more than 8,000 people in 11 months"});
            field(
                "fee",
                &Params::fee,
                Range{0.0, 1e5},
                "yuan/job",
                Meaning{
                    "paid by the zone for a search", "每岗补贴", "judgement"});
        }
    };

    explicit HrAgencies(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.seats <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        book.agency_seats += offered(reach, world);
    }

    /// Searches this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.seats * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.fee;
    }

  private:
    Params params_;
};

} // namespace canopy
