#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Trust grows with kept promises and breaks with failures; links pass through the
/// tiers, come under review and end. Source: MODEL.md S3; scales fitted to the churn of
/// links (Reisch et al. 2025).
class Relations {
  public:
    static constexpr std::string_view key = "relations";

    struct Params {
        double deal_probability = 0.7;
        double failure = 0.04;
        double gain = 0.055;
        double loss = 0.25;
        double fading = 0.01;
        double hazard_scale = 0.72;
        double review = 0.0833;

        static void describe(auto&& field) {
            field(
                "deal_probability",
                &Params::deal_probability,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "chance that a month brings a deal that counts for trust",
                    "当月有计入信任的交易的概率",
                    "prototype"});
            field(
                "failure",
                &Params::failure,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "chance that a deal fails by itself",
                    "交易自身失败概率",
                    "MODEL.md S3"});
            field(
                "gain",
                &Params::gain,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of the missing trust gained by a kept promise",
                    "守约增加的信任比例",
                    "MODEL.md S3"});
            field(
                "loss",
                &Params::loss,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of trust lost by a failure",
                    "失约损失的信任比例",
                    "MODEL.md S3"});
            field(
                "fading",
                &Params::fading,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of trust that fades in an idle month",
                    "闲置月信任衰减",
                    "MODEL.md S3"});
            field(
                "hazard_scale",
                &Params::hazard_scale,
                Range{0.0, 5.0},
                "1",
                Meaning{
                    "factor on the hazards of a link ending",
                    "关系终止风险系数",
                    "fitted to the half-life of links"});
            field(
                "review",
                &Params::review,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "chance of a stranger's link to be reviewed",
                    "生人关系月复审概率",
                    "MODEL.md S3"});
        }
    };

    struct Decision {
        /// What changed on a block of links.
        struct Changed {
            std::int64_t ended = 0;
            std::vector<Event> tiers; ///< reached by links of the panel's firms
        };

        std::vector<Changed> by_block;
    };

    explicit Relations(Params params)
        : params_{params} {}

    void decide(World const&, Decision&) const {}

    void apply(Decision& decision, World& world) const;

  private:
    [[nodiscard]] double next_trust(
        double trust, bool deals, bool pleased) const;

    Params params_;
};

} // namespace canopy
