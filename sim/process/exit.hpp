#pragma once

#include "sim/process/departure.hpp"
#include "sim/process/gathered.hpp"
#include "sim/rules/exit_hazard.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Firms that give up or are stopped by their creditors. Leaders go only by a shock.
/// Source: MODEL.md S10; the hazard is rules::ExitHazard.
class Exit {
  public:
    static constexpr std::string_view key = "exit";

    struct Params : rules::ExitHazard {
        double patience = 3.0;

        static void describe(auto&& field) {
            rules::ExitHazard::describe(field);
            field(
                "patience",
                &Params::patience,
                Range{1.0, 36.0},
                "month",
                Meaning{
                    "months of unpaid bills after which an insolvent firm is closed",
                    "资不抵债企业可拖欠的月数",
                    "MODEL.md S10"});
        }
    };

    struct Leaving {
        FirmId firm;
        ExitReason reason = ExitReason::given_up;
    };

    using Decision = Gathered<Leaving>;

    explicit Exit(Params const& params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

  private:
    [[nodiscard]] bool gives_up(World const& now, FirmId firm, double u) const;
    [[nodiscard]] bool insolvent(World const& now, FirmId firm) const;

    Params params_;
};

} // namespace canopy
