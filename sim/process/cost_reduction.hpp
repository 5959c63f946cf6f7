#pragma once

#include "sim/base/describe.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/action_menu.hpp"
#include "sim/process/gathered.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// What firms do about their costs: now and then each looks at a few actions, weighs
/// them by its own reckoning and by what partners and neighbours realised, and does the
/// best that pays. Sharing centres and standard factories serve down to their capacity.
/// Source: MODEL.md S5; the value is rules::action_value.
class CostReduction {
  public:
    static constexpr std::string_view key = "cost_reduction";

    struct Params : ActionPrices {
        double examine = 1.0 / 6.0;
        double discount = 0.99;
        double horizon = 36.0;
        double sharpness = 1000.0;
        double credit = 0.1;
        double doubt = 0.2;
        double friend_factor = 2.0;
        double peer_trust = 0.3;
        double equipment_capacity = 0.005;

        static void describe(auto&& field) {
            ActionPrices::describe(field);
            field(
                "examine",
                &Params::examine,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "chance that a firm looks at the menu",
                    "企业考察降本措施的月概率",
                    "MODEL.md S5"});
            field(
                "discount",
                &Params::discount,
                Range{0.5, 1.0},
                "1/month",
                Meaning{"discount factor", "贴现因子", "MODEL.md S5"});
            field(
                "horizon",
                &Params::horizon,
                Range{1.0, 240.0},
                "month",
                Meaning{
                    "months of savings that count", "计入节约的月数", "MODEL.md S5"});
            field(
                "sharpness",
                &Params::sharpness,
                Range{1.0, 1e5},
                "1",
                Meaning{
                    "logit scale on value over yearly sales",
                    "选择的logit尺度",
                    "prototype"});
            field(
                "credit",
                &Params::credit,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "credit for actions, share of yearly sales",
                    "可用信用占年销售额比例",
                    "MODEL.md S5"});
            field(
                "doubt",
                &Params::doubt,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "discount on a gain that nobody it knows has realised",
                    "对无人验证的增益的折扣"});
            field(
                "friend_factor",
                &Params::friend_factor,
                Range{1.0, 10.0},
                "1",
                Meaning{
                    "weight of friends' and kin's reports",
                    "友人亲人信息的权重倍数",
                    "MODEL.md S3"});
            field(
                "peer_trust",
                &Params::peer_trust,
                Range{0.0, 1.0},
                "1",
                Meaning{"weight of a park peer's report", "园区同行信息的权重"});
            field(
                "equipment_capacity",
                &Params::equipment_capacity,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "shared equipment without policy, users per firm of the place",
                    "无政策时共享设备容量占企业数比例"});
        }
    };

    /// An action that a firm has chosen and, if capacity is limited, been admitted to.
    struct Choice {
        FirmId firm;
        Action action = Action::process_rd;
        bool admitted = true;
        bool on_quality = false; ///< research that betters the product, not the process
        float value = 0.0F;      ///< share of yearly sales
        float gain = 0.0F;       ///< delivered, share of unit cost
        Fen spending = 0;
        Fen claim = 0; ///< on a voucher or subsidy
        std::uint32_t link = 0;
    };

    struct Decision {
        Gathered<Choice> choices;
        std::vector<matching::Proposal> proposals;
    };

    CostReduction(Params const& params, CostRules const& rules);

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    void weigh(
        World const& now,
        FirmId firm,
        DrawBlock const& draws,
        std::vector<Choice>& found) const;
    void do_research(World const& now, Choice& choice) const;
    void carry_out(World& world, Choice const& choice) const;

    Params params_;
    ActionMenu menu_;
    double months_;
};

} // namespace canopy
