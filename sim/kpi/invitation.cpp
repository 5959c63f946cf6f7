#include "sim/kpi/invitation.hpp"

namespace canopy {

namespace {

Measure counted(
    std::string_view key,
    std::string_view unit,
    std::string_view en,
    std::string_view zh,
    MonthCounts::Count MonthCounts::*count) {
    return total(
        key, unit, {en, zh, "MODEL.md S8"}, [count](World const& world, Tally const&) {
            return static_cast<double>(world.counts.*count);
        });
}

} // namespace

Measures invitation_measures() {
    return {
        counted(
            "invited_contacts",
            "projects a month",
            "investors who looked at the zone",
            "接洽项目",
            &MonthCounts::invited_contacts),
        counted(
            "invited_signed",
            "projects a month",
            "invited projects that signed",
            "签约项目",
            &MonthCounts::invited_signed),
        counted(
            "invited_opened",
            "projects a month",
            "invited projects that opened",
            "投产项目",
            &MonthCounts::invited_opened),
        counted(
            "invited_jobs",
            "persons a month",
            "jobs planned in the projects that opened",
            "投产项目计划用工",
            &MonthCounts::invited_jobs),
        by("invitation_reason",
           "invited_lost",
           "projects a month",
           {"projects lost, by what spoke for the other place",
            "流失项目（按竞争地优势）",
            "MODEL.md S8"},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t reason = 0; reason < n_invitation_reasons; ++reason)
                   into[reason] =
                       static_cast<double>(world.counts.invited_lost[reason]);
           }),
        total(
            "invited_building",
            "projects",
            {"signed and not yet open", "在建项目", "MODEL.md S8"},
            [](World const& world, Tally const&) {
                return static_cast<double>(world.invited.size());
            }),
    };
}

} // namespace canopy
