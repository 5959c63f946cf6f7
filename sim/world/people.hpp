#pragma once

#include "sim/base/column.hpp"
#include "sim/base/id.hpp"
#include "sim/base/month.hpp"
#include "sim/world/communities.hpp"
#include "sim/world/firms.hpp"

#include <cstdint>
#include <vector>

namespace canopy {

using PersonId = Id<struct PersonTag>;

/// What a person does.
enum class Activity : std::uint8_t {
    child, ///< at home or at school
    employed,
    unemployed, ///< looks for work
    training,
    inactive, ///< of working age, does not look for work
    retired
};
inline constexpr std::size_t n_activities = 6;
inline constexpr std::array<std::string_view, n_activities> activity_names{
    "child", "employed", "unemployed", "training", "inactive", "retired"};
inline constexpr std::array<std::string_view, n_activities> activity_names_zh{
    "未成年", "就业", "失业", "培训", "不在业", "退休"};

/// What is known of a person beside the activity; bits of `People::marks`.
enum class Mark : std::uint8_t {
    owner = 1,    ///< of the individual business where it works
    laid_off = 2, ///< lost the last job by a lay-off or a closure
    trained = 4,  ///< finished a course since the last job
    ever_worked = 8
};

/// Who employs a person: an enterprise of the zone, the public units (schools,
/// hospitals, offices), employers outside the zone, or nobody.
using Employer = std::uint32_t;
inline constexpr Employer nobody = 0xffffffffU;
inline constexpr Employer public_units = 0xfffffffeU;
inline constexpr Employer outside_employers = 0xfffffffdU;

[[nodiscard]] constexpr bool is_firm(Employer employer) {
    return employer < outside_employers;
}

/// Everybody who lives in the district, and the labour force that can commute into the
/// zone; one row each. A row is reused after a death or departure; `id` is made from
/// its cause. 27 bytes a person.
struct People {
    template<class Value>
    using Of = Column<PersonId, Value>;

    Of<std::uint64_t> id; ///< 0 = free row
    Of<Employer> employer;
    Of<float> wage;         ///< of the present or last job [yuan/month]
    Of<std::int16_t> birth; ///< month index
    Of<std::int16_t> since; ///< month index since which it does what it does
    Of<CommunityId> community;
    Of<SectorId> sector;    ///< whose work it knows
    Of<std::uint8_t> skill; ///< 0–2
    Of<Activity> activity;
    Of<std::uint8_t> dependants; ///< children and elders who live on its wage
    Of<std::uint8_t> counted;    ///< year index of the last official count
    Of<std::uint8_t> marks;

    /// Names every column once: visit(name, column).
    template<class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("id", self.id);
        visit("employer", self.employer);
        visit("wage", self.wage);
        visit("birth", self.birth);
        visit("since", self.since);
        visit("community", self.community);
        visit("sector", self.sector);
        visit("skill", self.skill);
        visit("activity", self.activity);
        visit("dependants", self.dependants);
        visit("counted", self.counted);
        visit("marks", self.marks);
    }

    [[nodiscard]] std::size_t rows() const { return id.size(); }

    [[nodiscard]] bool alive(PersonId person) const { return id[person] != 0; }

    [[nodiscard]] bool has(PersonId person, Mark mark) const {
        return (marks[person] & static_cast<std::uint8_t>(mark)) != 0;
    }

    void set(PersonId person, Mark mark) {
        marks[person] |= static_cast<std::uint8_t>(mark);
    }

    void clear(PersonId person, Mark mark) {
        marks[person] &= static_cast<std::uint8_t>(~static_cast<std::uint8_t>(mark));
    }

    [[nodiscard]] int age_in_months(PersonId person, Month now) const {
        return now.index() - birth[person];
    }

    [[nodiscard]] bool in_labour_force(PersonId person) const {
        auto const does = activity[person];
        return does == Activity::employed || does == Activity::unemployed
               || does == Activity::training;
    }

    /// A cleared row for somebody new: the lowest free one, or a new one at the end.
    PersonId add();

    /// Frees a person's row.
    void remove(PersonId person);

    /// Rows that somebody new may take, kept as a heap with the lowest row on top.
    std::vector<std::uint32_t> free_rows;
};

/// Who works in each enterprise: rows of people by row of the firm, ascending.
class Staff {
  public:
    /// Sorts everybody employed by an enterprise under it, by counting.
    void rebuild(People const& people, std::size_t n_firms);

    [[nodiscard]] std::span<PersonId const> of(FirmId firm) const {
        if (firm.row() + 1 >= first_.size()) return {};
        return std::span{members_}.subspan(
            first_[firm.row()], first_[firm.row() + 1] - first_[firm.row()]);
    }

  private:
    std::vector<std::uint32_t> first_;
    std::vector<PersonId> members_;   ///< of the firms in order, then everybody else
    std::vector<std::uint32_t> next_; ///< place of the next member, by part and firm
};

/// Everybody, counted anew.
[[nodiscard]] std::int64_t number_of_people(People const& people);

/// The age band of an age in months.
[[nodiscard]] constexpr AgeBand age_band(int months) {
    auto const years = months / 12;
    std::size_t band = 0;
    for (auto at = band + 1; at < n_age_bands; ++at)
        band += years >= age_band_from[at] ? 1 : 0;
    return static_cast<AgeBand>(band);
}

} // namespace canopy
