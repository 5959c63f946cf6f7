#pragma once

#include "sim/process/registration.hpp"

namespace canopy {

/// Relative wages of the three skills. Source: judgement (urban non-private units by
/// schooling, rounded).
inline constexpr std::array<double, n_skills> skill_wage{1.0, 1.25, 1.7};

/// Months out of work after which seekers search less and outlets must reach them.
inline constexpr int long_out_of_work = 12;

/// Months after a lay-off in which the rapid-response rule answers it.
inline constexpr int rapid_months = 6;

/// Where an employer's work is, seen from the zone.
[[nodiscard]] PlaceId
place_of_work(World const& world, Employer employer, CommunityId home);

/// Whether a person may leave its enterprise: not the last one there, not an owner.
[[nodiscard]] bool may_leave(World const& world, PersonId person);

/// A person leaves its employer, if it has one, and does something else from now on.
void leave_job(World& world, PersonId person, Activity next);

/// A person takes a job; counts the hire by channel and, from non-employment, for the
/// official register.
/// Source: MODEL.md S12.
void take_job(
    World& world,
    PersonId person,
    Employer employer,
    SectorId sector,
    Channel channel,
    Registration const& registration);

/// Everybody of a firm that closes or leaves is out of work.
void dismiss_staff(World& world, FirmId firm);

} // namespace canopy
