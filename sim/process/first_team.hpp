#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/gathered.hpp"
#include "sim/process/hash_ring.hpp"
#include "sim/process/registration.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// This month's new enterprises find their founders and first people; who is not found
/// is missing at first. Source: MODEL.md S8, S12; origins of founders judgement
/// (prototype).
class FirstTeam {
  public:
    static constexpr std::string_view key = "first_team";

    struct Params {
        double from_unemployment = 0.3;
        double from_employment = 0.3;

        static void describe(auto&& field) {
            using P = Params;
            field(
                "from_unemployment",
                &P::from_unemployment,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of founders who were out of work",
                    "失业者创业占比",
                    "judgement"});
            field(
                "from_employment",
                &P::from_employment,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "share of founders who had a job in the sector; the rest did "
                    "not look for work",
                    "同业在职者创业占比（其余为不在业者）",
                    "judgement"});
        }
    };

    struct Decision {
        /// Somebody who may be asked.
        struct Ready {
            std::uint32_t hash; ///< of the person this month
            std::uint32_t person;
            PlaceId place; ///< of home
            bool unemployed;
        };

        Gathered<Ready> ready;
        std::vector<FirmId> newborns;                ///< in order of their ids
        std::array<HashRing, max_places> unemployed; ///< by place of home
        HashRing unemployed_anywhere;
        std::array<HashRing, max_places> inactive;
    };

    FirstTeam(Params params, Registration registration)
        : params_{params}
        , registration_{registration} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    static void fill_rings(Decision& into);
    [[nodiscard]] PersonId
    founder(World const& world, Decision const& decision, FirmId firm) const;
    [[nodiscard]] PersonId member(
        World const& world, Decision const& decision, FirmId firm, int ordinal) const;

    Params params_;
    Registration registration_;
};

} // namespace canopy
