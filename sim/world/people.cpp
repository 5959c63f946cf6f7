#include "sim/world/people.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>
#include <functional>

namespace canopy {

PersonId People::add() {
    if (free_rows.empty()) {
        PersonId const person{rows()};
        columns(*this, [&](char const*, auto& column) {
            column.resize(person.row() + 1);
        });
        employer[person] = nobody;
        return person;
    }
    std::pop_heap(free_rows.begin(), free_rows.end(), std::greater<>{});
    PersonId const person{free_rows.back()};
    free_rows.pop_back();
    return person;
}

void People::remove(PersonId person) {
    columns(*this, [&](char const*, auto& column) { column[person] = {}; });
    employer[person] = nobody;
    free_rows.push_back(static_cast<std::uint32_t>(person.row()));
    std::push_heap(free_rows.begin(), free_rows.end(), std::greater<>{});
}

void Staff::rebuild(People const& people, std::size_t n_firms) {
    auto const employer = people.employer.values();
    first_.assign(n_firms + 1, 0);
    for (auto const of : employer)
        if (is_firm(of)) ++first_[of + 1];
    for (std::size_t firm = 0; firm < n_firms; ++firm)
        first_[firm + 1] += first_[firm];
    members_.resize(first_.back());
    for (std::size_t row = 0; row < employer.size(); ++row)
        if (is_firm(employer[row])) members_[first_[employer[row]]++] = PersonId{row};
    std::rotate(first_.begin(), first_.end() - 1, first_.end());
    first_.front() = 0;
}

std::int64_t number_of_people(People const& people) {
    return sum_rows<PersonId>(
        people.rows(), std::int64_t{0}, [&](std::int64_t& sum, PersonId person) {
            sum += people.alive(person) ? 1 : 0;
        });
}

AgeBand age_band(int months) {
    auto const years = months / 12;
    std::size_t band = 0;
    while (years >= age_band_from[band + 1])
        ++band;
    return static_cast<AgeBand>(band);
}

} // namespace canopy
