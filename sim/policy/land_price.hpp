#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Sells industrial land below its price; what the zone forgoes is the cost.
/// Source: MODEL.md S4, S11; price of industrial land P01.
class LandPrice {
  public:
    static constexpr LeverKind kind = LeverKind::land_price;
    static constexpr std::string_view key = "land_price";
    static constexpr std::string_view name_zh = "地价优惠";
    static constexpr System system = System::efficient;
    static constexpr Aim aim{"land_sold", +1, 24};
    static constexpr LeverUnit unit{"yuan forgone", "元让利"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double discount = 0.1;

        static void describe(auto&& field) {
            field(
                "discount",
                &Params::discount,
                Range{0.0, 0.5},
                "1",
                Meaning{
                    "share of the industrial land price that is forgone",
                    "工业用地价格优惠比例",
                    "judgement: plan's dose 0 / 15 / 50 m yuan forgone"});
        }
    };

    explicit LandPrice(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.discount <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.land_discount, reach, world, params_.discount);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.discount * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
