#pragma once

#include "sim/base/describe.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/job_choice.hpp"
#include "sim/process/registration.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Takes away the offers that are filled; the others keep their order.
void remove_filled(JobOffers& offers, std::vector<std::uint8_t> const& filled);

/// Takes this month's filled jobs, open for `months` in all, into the smoothed time that
/// filling a job takes.
void note_filling_time(LabourMarket& labour, std::int64_t months, std::int64_t jobs);

/// People look for jobs and firms choose among them, through one matching system with
/// four layers of stations and three operators. Source: MODEL.md S12; search as in
/// Petrongolo & Pissarides 2001, reservation wages as in Mortensen 1986; numbers of the
/// prototype.
class JobSearch {
  public:
    static constexpr std::string_view key = "job_search";

    struct Params : JobChoice {
        double employed_search = 0.02;
        double long_term_search = 0.5;
        double inactive_search = 0.02;
        int rounds = 2;
        int agency_candidates = 8;

        static void describe(auto&& field);
    };

    struct Match {
        std::uint32_t seeker;
        std::uint32_t offer;
        Channel channel;
    };
    struct Decision {
        std::vector<PersonId> seekers;
        std::vector<double> least;       ///< utility that each seeker accepts
        std::vector<JobOptions> options; ///< of each seeker, best first
        JobMarket market;
        std::vector<double> left; ///< of each offer, 1 or 0
        std::vector<matching::Proposal> proposals;
        std::vector<Match> matches;
    };

    JobSearch(Params params, Registration registration)
        : params_{params}
        , registration_{registration} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

  private:
    [[nodiscard]] bool searches(World const& now, PersonId person, double u) const;
    [[nodiscard]] std::vector<PersonId> seekers(World const& now) const;
    void ask_agencies(World const& now, Decision& into) const;
    void match(World const& now, Decision& into) const;

    Params params_;
    Registration registration_;
};

void JobSearch::Params::describe(auto&& field) {
    using P = Params;
    JobChoice::describe(field);
    field(
        "employed_search",
        &P::employed_search,
        Range{0.0, 1.0},
        "1/month",
        Meaning{"employed people who look around", "在职求职比例", "prototype"});
    field(
        "long_term_search",
        &P::long_term_search,
        Range{0.0, 1.0},
        "1/month",
        Meaning{
            "people out of work for over a year who still look, without an outlet",
            "长期失业者求职比例（无村社点）",
            "judgement"});
    field(
        "inactive_search",
        &P::inactive_search,
        Range{0.0, 1.0},
        "1/month",
        Meaning{
            "inactive people whom full coverage by outlets brings to look",
            "村社点全覆盖时不在业者求职比例",
            "judgement"});
    field(
        "rounds",
        &P::rounds,
        Range{1, 8},
        "1",
        Meaning{"of proposals in a month", "每月匹配轮数", "MODEL.md 7"});
    field(
        "agency_candidates",
        &P::agency_candidates,
        Range{1, 64},
        "persons",
        Meaning{
            "people out of work that an agency looks at for a job",
            "人力机构每岗考察人数",
            "judgement"});
}

} // namespace canopy
