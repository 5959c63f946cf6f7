#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Lowers the rent of industrial space: a discount for everybody in scope, and months
/// free of rent for those who arrive or are founded, not for moves between the zone's
/// own places. Source: MODEL.md S4, S11. Shops are left out: rent is so much of their
/// cost that a general cut would swamp every other lever.
class RentRelief {
  public:
    static constexpr LeverKind kind = LeverKind::rent_relief;
    static constexpr std::string_view key = "rent_relief";
    static constexpr std::string_view name_zh = "租金减免";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"unit_cost_by_cost_term[land]", -1, 12};
    static constexpr LeverUnit unit{"yuan of rent paid", "元代付租金"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double discount = 0.0;
        double free_months = 12.0;

        static void describe(auto&& field) {
            field(
                "discount",
                &Params::discount,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "share of industrial rent that the zone pays for all in scope",
                    "工业用房租金减免比例"});
            field(
                "free_months",
                &Params::free_months,
                Range{0.0, 36.0},
                "months",
                Meaning{
                    "months free of industrial rent after arrival or founding",
                    "新迁入或新设企业免租月数",
                    "judgement: plan's dose .36 / 1.2 / 3 m m2-months at P14"});
        }
    };

    explicit RentRelief(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const {
        return params_.discount <= 0.0 && params_.free_months <= 0.0;
    }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        reach.for_each_cell(
            world,
            [&](FirmKind firm_kind, SectorId sector, PlaceId place, double share) {
                if (!world.sectors[sector.row()].industry) return;
                book.rent_discount(firm_kind, sector, place) +=
                    share * params_.discount;
                book.rent_free_months(firm_kind, sector, place) +=
                    share * params_.free_months;
            });
    }

    /// In months of rent for a firm; new firms are about a fifth of all.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return (params_.discount + 0.2 / 12.0 * params_.free_months)
               * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
