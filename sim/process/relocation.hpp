#pragma once

#include "sim/base/describe.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/firm_cost.hpp"
#include "sim/process/gathered.hpp"
#include "sim/process/site_choice.hpp"
#include "sim/rules/move_hazard.hpp"
#include "sim/rules/site_value.hpp"
#include "sim/world/world.hpp"

#include <vector>

namespace canopy {

/// Who considers moving, and where to: once a year a firm reckons its cost at every
/// place, each month it may consider a move, then it chooses a site or stays; floor
/// space inside the zone is shared out. Source: MODEL.md S11; rules::MoveHazard and
/// rules::SiteTaste.
class Relocation {
  public:
    static constexpr std::string_view key = "relocation";

    struct Params : rules::MoveHazard, rules::SiteTaste {
        double lease = 36.0;
        double trade_lost_metro = 0.4;
        double trade_lost_coast = 0.9;
        double overfill = 1.02;

        static void describe(auto&& field) {
            rules::MoveHazard::describe(field);
            rules::SiteTaste::describe(field);
            field(
                "lease",
                &Params::lease,
                Range{1.0, 240.0},
                "month",
                Meaning{"length of a lease", "租期"});
            field(
                "trade_lost_metro",
                &Params::trade_lost_metro,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "local trade lost by a move within the province",
                    "省内搬迁失去的本地交易",
                    "prototype"});
            field(
                "trade_lost_coast",
                &Params::trade_lost_coast,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "local trade lost by a move beyond it",
                    "跨省搬迁失去的本地交易",
                    "prototype"});
            field(
                "overfill",
                &Params::overfill,
                Range{0.5, 1.5},
                "1",
                Meaning{
                    "floor space up to which a place takes arrivals, over its stock",
                    "场地可容纳上限"});
        }
    };

    /// What one firm found: a new best gain, or a place to go to, or both.
    struct Finding {
        FirmId firm;
        PlaceId to; ///< invalid = does not move
        float gain = 0.0F;
        bool looked = false; ///< this was its yearly look
        double chance = 0.0; ///< that it leaves the zone this month, when it looked
        float space = 0.0F;  ///< needed at the new place [m²]
    };

    struct Decision {
        Gathered<Finding> findings;
        PlaceViews views;
        std::vector<matching::Proposal> proposals;
    };

    Relocation(Params const& params, CostRules const& rules)
        : params_{params}
        , rules_{rules} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Every firm of December 2022 knows what its last look had found.
    void open(World& world) const;

  private:
    void consider(
        World const& now,
        FirmId firm,
        PlaceViews const& views,
        double u,
        std::vector<Finding>& found) const;
    [[nodiscard]] Sites sites(
        World const& now,
        FirmId firm,
        std::array<double, max_places> const& costs,
        PlaceViews const& views) const;
    [[nodiscard]] rules::MoveMotives
    motives(World const& now, FirmId firm, double gain) const;
    void share_space(World const& now, Decision& into) const;

    Params params_;
    CostRules rules_;
};

/// Largest relocation gain over all other places, in [0, 1].
[[nodiscard]] double best_relocation_gain(
    World const& now, FirmId firm, std::array<double, max_places> const& unit_cost);

} // namespace canopy
