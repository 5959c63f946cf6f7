#pragma once

#include "sim/world/world.hpp"

namespace canopy {

/// Somebody of working age arrives and settles in a community of a place, ready to
/// work; `cause` makes the id and the draws.
PersonId settle_in(World& world, std::uint64_t cause, PlaceId place);

/// Somebody arrives in a community: mostly young adults who look for work, some
/// children and elders. Source: prototype (62 % of adults aged 19–34).
PersonId arrive_in(World& world, std::uint64_t cause, CommunityId community);

/// A child is born.
PersonId be_born(World& world, PersonId parent);

/// Skill of somebody new to work and the sector whose work it knows.
void draw_abilities(World& world, PersonId person, std::uint32_t draw);

} // namespace canopy
