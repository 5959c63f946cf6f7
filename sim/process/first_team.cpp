#include "sim/process/first_team.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/job_rings.hpp"
#include "sim/process/newcomers.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr std::size_t steps = 16;   ///< people asked around a draw
constexpr int tries = 8;            ///< firms of the sector asked for a founder
constexpr std::uint32_t sample = 7; ///< one inactive person of eight thinks of it

PersonId person_of(std::uint32_t found) {
    return found == HashRing::nothing ? PersonId{} : PersonId{found};
}

/// Somebody who still does what the ring says.
PersonId
pick(World const& world, HashRing const& ring, std::uint32_t bits, Activity activity) {
    return person_of(ring.first(bits, steps, [&](std::uint32_t row) {
        return world.people.activity[PersonId{row}] == activity;
    }));
}

} // namespace

void FirstTeam::decide(World const& now, Decision& into) const {
    auto const& people = now.people;
    into.newborns = select_rows<FirmId>(now.firms.rows(), [&](FirmId firm) {
        return now.firms.alive(firm) && now.firms.birth[firm] == now.month.index();
    });
    std::sort(into.newborns.begin(), into.newborns.end(), [&](FirmId a, FirmId b) {
        return now.firms.id[a] < now.firms.id[b];
    });
    into.ready.collect<PersonId>(
        people.rows(), [&](std::vector<Decision::Ready>& ready, PersonId person) {
            auto const activity = people.activity[person];
            if (activity != Activity::unemployed
                && (activity != Activity::inactive
                    || (people.id[person] & sample) != 0)) {
                return;
            }
            ready.push_back(
                {.hash = hash_of_month(people.id[person], now.month),
                 .person = static_cast<std::uint32_t>(person.row()),
                 .place = now.communities[people.community[person]].place,
                 .unemployed = activity == Activity::unemployed});
        });
    fill_rings(into);
}

void FirstTeam::fill_rings(Decision& into) {
    into.unemployed_anywhere.clear();
    for (auto* rings : {&into.unemployed, &into.inactive})
        for (auto& ring : *rings)
            ring.clear();
    for (auto const& [hash, person, place, unemployed] : into.ready.all()) {
        auto& rings = unemployed ? into.unemployed : into.inactive;
        rings[place.row()].add(hash, person);
        if (unemployed) into.unemployed_anywhere.add(hash, person);
    }
    close_rings(into.unemployed_anywhere, into.unemployed);
    close_rings(into.inactive.front(), std::span{into.inactive}.subspan(1));
}

PersonId
FirstTeam::founder(World const& world, Decision const& decision, FirmId firm) const {
    auto const place = world.firms.place[firm].row();
    auto const draws =
        world.luck.block(world.firms.id[firm], world.month, Purpose::first_team);
    auto const u = uniform(draws[0]);
    if (u < params_.from_employment) {
        auto const& sellers = world.directory.sellers(world.firms.sector[firm]);
        for (std::uint32_t attempt = 0; attempt < tries; ++attempt) {
            auto const bits = world.luck.block(
                world.firms.id[firm], world.month, Purpose::first_team, 1 + attempt);
            auto const employer = sellers.at(bits[0]);
            if (!employer.valid() || employer == firm) continue;
            auto const staff = world.staff.of(employer);
            if (staff.empty()) continue;
            auto const person = staff[bits[1] % staff.size()];
            if (world.people.employer[person] == employer.row()
                && may_leave(world, person)) {
                return person;
            }
        }
    } else if (u >= params_.from_employment + params_.from_unemployment) {
        auto const person =
            pick(world, decision.inactive[place], draws[1], Activity::inactive);
        if (person.valid()) return person;
    }
    return member(world, decision, firm, 0);
}

PersonId FirstTeam::member(
    World const& world, Decision const& decision, FirmId firm, int ordinal) const {
    auto const draws = world.luck.block(
        world.firms.id[firm],
        world.month,
        Purpose::first_team,
        static_cast<std::uint32_t>(1 + tries + ordinal));
    auto const& near = decision.unemployed[world.firms.place[firm].row()];
    auto const person = pick(world, near, draws[0], Activity::unemployed);
    if (person.valid()) return person;
    return pick(world, decision.unemployed_anywhere, draws[1], Activity::unemployed);
}

void FirstTeam::apply(Decision const& decision, World& world) const {
    auto& firms = world.firms;
    for (auto const firm : decision.newborns) {
        auto const wanted = firms.workers[firm];
        world.counts.workers_entered -= wanted;
        firms.workers[firm] = 0;
        for (int ordinal = 0; ordinal < wanted; ++ordinal) {
            auto person = ordinal == 0 ? founder(world, decision, firm)
                                       : member(world, decision, firm, ordinal);
            if (!person.valid()) {
                if (ordinal > 0) break;
                // Nobody here: the founder comes from elsewhere.
                person = settle_in(world, firms.id[firm], firms.place[firm]);
            }
            take_job(
                world,
                person,
                static_cast<Employer>(firm.row()),
                firms.sector[firm],
                Channel::founding,
                registration_);
            ++world.counts.workers_entered;
            if (ordinal == 0 && firms.kind[firm] == FirmKind::individual)
                world.people.set(person, Mark::owner);
        }
    }
}

} // namespace canopy
