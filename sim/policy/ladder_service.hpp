#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Serves firms on the growth ladder: advice that makes each step likelier, and a bonus
/// for individual businesses that become companies 个转企 and for companies listed above
/// scale 四上. Source: MODEL.md S9.
class LadderService {
  public:
    static constexpr LeverKind kind = LeverKind::ladder_service;
    static constexpr std::string_view key = "ladder_service";
    static constexpr std::string_view name_zh = "梯度培育";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"individual_to_company", +1, 12};
    static constexpr LeverUnit unit{"step paid for", "次晋级奖补"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double boost = 0.4;
        double conversion_bonus = 15e3;
        double listing_bonus = 150e3;

        static void describe(auto&& field) {
            field(
                "boost",
                &Params::boost,
                Range{0.0, 3.0},
                "1",
                Meaning{
                    "added to 1 on the chance of each step",
                    "各级晋升概率的增幅",
                    "judgement: plan's dose 60 / 180 / 420 firms"});
            field(
                "conversion_bonus",
                &Params::conversion_bonus,
                Range{0.0, 1e6},
                "yuan",
                Meaning{"for an individual business that becomes a company",
                        "个转企奖补", "judgement"});
            field(
                "listing_bonus",
                &Params::listing_bonus,
                Range{0.0, 1e7},
                "yuan",
                Meaning{"for a company listed above scale", "入统奖补", "judgement"});
        }
    };

    explicit LadderService(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.boost <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.ladder_boost, reach, world, params_.boost);
        offer(book.conversion_bonus, reach, world, params_.conversion_bonus);
        offer(book.listing_bonus, reach, world, params_.listing_bonus);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.boost * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
