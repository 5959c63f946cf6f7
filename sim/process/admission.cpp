#include "sim/process/admission.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"

namespace canopy {

namespace {

/// Standard-factory space in use [m²].
struct FactoryUse {
    std::array<double, max_places> space{};

    FactoryUse& operator+=(FactoryUse const& other) {
        for (std::size_t place = 0; place < max_places; ++place)
            space[place] += other.space[place];
        return *this;
    }
};

FactoryUse factories_in_use(World const& now) {
    auto const& firms = now.firms;
    return sum_rows<FirmId>(
        firms.rows(), FactoryUse{}, [&](FactoryUse& sum, FirmId firm) {
            if (!firms.alive(firm)
                || firms.space_kind[firm] != SpaceKind::standard_factory) {
                return;
            }
            sum.space[firms.place[firm].row()] +=
                static_cast<double>(firms.space[firm]);
        });
}

} // namespace

void admit(
    World const& now,
    double base_share,
    std::span<CostReduction::Choice> choices,
    std::vector<matching::Proposal>& proposals) {
    proposals.clear();
    bool factories = false;
    for (std::size_t number = 0; number < choices.size(); ++number) {
        auto& choice = choices[number];
        auto const factory = choice.action == Action::standard_factory;
        if (!factory && choice.action != Action::shared_equipment) continue;
        factories = factories || factory;
        auto const place = now.firms.place[choice.firm].row();
        choice.admitted = false;
        proposals.push_back(
            {.seller = static_cast<std::uint32_t>(factory ? max_places + place : place),
             .request = static_cast<std::uint32_t>(number),
             .score = choice.value,
             .hash = combine(
                 now.firms.id[choice.firm],
                 static_cast<std::uint64_t>(now.month.index())),
             .quantity =
                 factory ? static_cast<double>(now.firms.space[choice.firm]) : 1.0});
    }
    if (proposals.empty()) return;
    std::array<double, 2 * max_places> capacity{};
    auto const used = factories ? factories_in_use(now) : FactoryUse{};
    for (std::size_t place = 0; place < now.n_zone_places(); ++place) {
        capacity[place] = now.policy.shared_equipment_users[place]
                          + base_share * now.around.firms_in[place]
                          - now.around.shared_equipment_users[place];
        capacity[max_places + place] =
            now.places[PlaceId{place}].factory_space - used.space[place];
    }
    for (auto const& answer : matching::share_out(proposals, capacity, 1.0))
        choices[answer.request].admitted = answer.accepted;
}

} // namespace canopy
