#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// The park venture company posts and screens for open jobs of the parks.
/// Source: MODEL.md S12.
class ParkHrCompany {
  public:
    static constexpr LeverKind kind = LeverKind::park_hr_company;
    static constexpr std::string_view key = "park_hr_company";
    static constexpr std::string_view name_zh = "园创用工服务";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"vacancy_duration", -1, 12};
    static constexpr LeverUnit unit{"job served", "岗"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double seats = 600.0;
        double fee = 250.0;

        static void describe(auto&& field) {
            field(
                "seats",
                &Params::seats,
                Range{0.0, 1e6},
                "jobs/month",
                Meaning{
                    "open jobs that it advertises and screens for, shared among the places by their firms", "每月推介和筛选的岗位，按企业数分到各园区", "judgement"});
            field(
                "fee",
                &Params::fee,
                Range{0.0, 1e5},
                "yuan/job",
                Meaning{
                    "paid by the zone", "每岗费用", "judgement"});
        }
    };

    explicit ParkHrCompany(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.seats <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = place_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.park_company_seats[place] +=
                reach.in_place[place] * parts[place] * params_.seats * world.scale;
    }

    /// Jobs served this month.
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
