#include "sim/world/people.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace canopy {

PersonId People::add() {
    if (free_rows.empty()) {
        PersonId const person{rows()};
        columns(
            *this, [&](char const*, auto& column) { column.resize(person.row() + 1); });
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
    constexpr std::size_t parts = 4; // any number gives the same order
    auto const employer = people.employer.values();
    auto const first_row = [&](std::size_t part) {
        return employer.size() * part / parts;
    };
    auto const none = static_cast<Employer>(n_firms);
    next_.assign(parts * (n_firms + 1), 0);
    auto const next_of = [&](std::size_t part) {
        return std::span{next_}.subspan(part * (n_firms + 1), n_firms + 1);
    };
    auto const count = [&](std::size_t part) {
        auto const heads = next_of(part);
        for (auto row = first_row(part); row < first_row(part + 1); ++row)
            ++heads[std::min(employer[row], none)];
    };
    run_blocks(parts, BlockBody{count});
    first_.resize(n_firms + 1);
    std::uint32_t before = 0;
    for (std::size_t firm = 0; firm <= n_firms; ++firm) {
        first_[firm] = before;
        for (std::size_t part = 0; part < parts; ++part)
            before += std::exchange(next_of(part)[firm], before);
    }
    members_.resize(before);
    auto const place = [&](std::size_t part) {
        auto const next = next_of(part);
        for (auto row = first_row(part); row < first_row(part + 1); ++row)
            members_[next[std::min(employer[row], none)]++] = PersonId{row};
    };
    run_blocks(parts, BlockBody{place});
}

std::int64_t number_of_people(People const& people) {
    return sum_rows<PersonId>(
        people.rows(), std::int64_t{0}, [&](std::int64_t& sum, PersonId person) {
            sum += people.alive(person) ? 1 : 0;
        });
}

} // namespace canopy
