#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays buyers a share of what they invoice on new links to sellers of the zone, so
/// that a local seller counts as that much cheaper in the search. Source: MODEL.md S3
/// (a share s is worth −4 ln(1 − s) in a supplier's score).
class LocalPurchaseBonus {
  public:
    static constexpr LeverKind kind = LeverKind::local_purchase_bonus;
    static constexpr std::string_view key = "local_purchase_bonus";
    static constexpr std::string_view name_zh = "本地采购奖励";
    static constexpr System system = System::open;
    static constexpr Aim aim{"local_supply_ratio", +1, 24};
    static constexpr LeverUnit unit{"yuan of new local invoice", "元新增本地货款"};
    static constexpr Metering metering = Metering::claims;
    static constexpr bool by_place = false;

    struct Params {
        double share = 0.01;

        static void describe(auto&& field) {
            field(
                "share",
                &Params::share,
                Range{0.0, 0.03},
                "1",
                Meaning{
                    "share of the invoice on a new local link that is paid to the "
                    "buyer",
                    "新建本地供货关系货款的奖励比例",
                    "judgement: plan's dose .01 on 0 / .3 / 1.2 bn yuan"});
        }
    };

    explicit LocalPurchaseBonus(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.share <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        offer(book.local_bonus, reach, world, params_.share);
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return params_.share * firms_offered(reach, world);
    }

  private:
    Params params_;
};

} // namespace canopy
