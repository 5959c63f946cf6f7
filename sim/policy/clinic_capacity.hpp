#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Enlarges clinics, and lets communities share hospital beds in a consortium with
/// joint wards. Source: MODEL.md S13.
class ClinicCapacity {
  public:
    static constexpr LeverKind kind = LeverKind::clinic_capacity;
    static constexpr std::string_view key = "clinic_capacity";
    static constexpr std::string_view name_zh = "医共体与社区医疗";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"service_level_by_service[clinic]", +1, 12};
    static constexpr LeverUnit unit{"per cent-month", "百分点·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double percent = 5.0;
        double pooled = 0.2;
        double percent_cost = 3.3e6;
        double pool_cost = 2e6;

        static void describe(auto&& field) {
            field(
                "percent",
                &Params::percent,
                Range{0.0, 100.0},
                "%",
                Meaning{
                    "of capacity added",
                    "增加的服务能力",
                    "judgement: plan's dose 2 / 5 / 12"});
            field(
                "pooled",
                &Params::pooled,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "of the capacity that communities share",
                    "医共体共享比例",
                    "judgement"});
            field(
                "percent_cost",
                &Params::percent_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{"of one per cent", "每1 %年成本", "judgement"});
            field(
                "pool_cost",
                &Params::pool_cost,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{"of sharing everything", "全面共享年成本", "judgement"});
        }
    };

    explicit ClinicCapacity(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.percent + params_.pooled <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        for (std::size_t row = 0; row < world.communities.n_district; ++row) {
            auto const& community = world.communities.rows[row];
            auto const place = community.place.row();
            book.service_capacity[place][index_of(Service::clinic)] +=
                reach.in_place[place] * params_.percent / 100.0
                * community.capacity[index_of(Service::clinic)];
        }
        book.pooled_beds += reach.strength * params_.pooled;
    }

    /// Per cent added.
    [[nodiscard]] double offered(Reach const& reach, World const&) const {
        return reach.strength * params_.percent;
    }

    [[nodiscard]] double
    operation(double used, Reach const& reach, World const& world) const {
        return world.scale / 12.0
               * (used * params_.percent_cost
                  + reach.strength * params_.pooled * params_.pool_cost);
    }

  private:
    Params params_;
};

} // namespace canopy
