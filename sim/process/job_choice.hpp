#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/job_rings.hpp"
#include "sim/world/world.hpp"

#include <array>
#include <span>
#include <vector>

namespace canopy {

class FirstLooks;

/// A job that a seeker could take.
struct JobOption {
    float value = 0.0F; ///< utility, log wage units
    std::uint32_t offer = 0;
    Channel channel = Channel::own_search;
};

/// The best jobs that a seeker saw this month, best first.
struct JobOptions {
    static constexpr std::size_t most = 8;
    std::array<JobOption, most> jobs{};
    std::size_t size = 0;

    /// Keeps it if it is among the best and not there yet.
    void consider(JobOption option);
};

/// Open jobs as all seekers find them this month.
struct JobMarket {
    std::vector<std::uint8_t> advertised; ///< of each offer, by the park company
    JobRings rings;
    std::vector<double> log_pay; ///< of each offer
    std::array<double, max_places> at_work{};      ///< what livability there is worth
    std::array<double, max_communities> at_home{}; ///< the same
};

/// A job that a seeker came across.
struct JobDraw {
    DrawBlock bits{};
    std::uint32_t offer = 0;
    bool by_street = false; ///< a station brought it near
};

/// How a person sees and values jobs, and who is fit for which.
/// Source: MODEL.md S12; prototype.
struct JobChoice {
    double seen = 2.0;
    double seen_by_hub = 4.0;
    double near_home = 0.3;
    double near_home_by_street = 0.6;
    int redraws = 3;
    double other_sector_fit = 0.25;
    double screened_fit = 0.5;
    double distance_cost = 0.008;
    double livability_weight = 0.3;
    double noise = 0.02;
    double reservation = 0.95;
    double reservation_cap = 1.1;
    double reservation_discount = 0.10;
    double patience_loss = 0.03;
    double switching_premium = 0.05;

    static void describe(auto&& field);

    /// Before anybody looks around.
    void open(World const& now, JobMarket& market) const;

    /// Jobs that seekers see through their own search and the stations, if they fit and
    /// are worth more than the `least` that each accepts.
    void look_around(
        World const& now,
        JobMarket const& market,
        std::span<PersonId const> seekers,
        std::span<double const> least,
        std::span<JobOptions> into) const;

    /// The job that `bits` lead a person to, if there are any.
    [[nodiscard]] JobDraw follow(
        World const& now,
        JobRings const& rings,
        PersonId person,
        DrawBlock const& bits) const;

    /// Which of a person's draws of this month a look is.
    [[nodiscard]] std::uint32_t number_of(int look, int again) const {
        return static_cast<std::uint32_t>(1 + look * (redraws + 1) + again);
    }

    /// Whether a person can do a job: skill, and sector unless nothing is asked for.
    [[nodiscard]] bool
    fits(World const& now, PersonId person, JobOffer const& offer, bool screened) const;

    /// Utility of a job [log wage].
    [[nodiscard]] double value(
        World const& now,
        JobMarket const& market,
        PersonId person,
        std::uint32_t offer) const;

    /// The least utility that each of these people accepts.
    void least_values(
        World const& now,
        JobMarket const& market,
        std::span<PersonId const> seekers,
        std::span<double> into) const;

  private:
    void look(
        World const& now,
        JobMarket const& market,
        FirstLooks const& first,
        std::size_t seeker,
        PersonId person,
        double least,
        JobOptions& into) const;
};

void JobChoice::describe(auto&& field) {
    using P = JobChoice;
    field("seen", &P::seen, Range{0.0, 100.0}, "jobs",
          Meaning{"seen by a seeker alone", "自行浏览岗位数", "prototype"});
    field("seen_by_hub", &P::seen_by_hub, Range{0.0, 100.0}, "jobs",
          Meaning{"seen besides with full coverage by the district hub",
                  "区级中心全覆盖时增加的岗位数", "prototype"});
    field("near_home", &P::near_home, Range{0.0, 1.0}, "1",
          Meaning{"share of draws near home", "就近岗位比例", "judgement"});
    field("near_home_by_street", &P::near_home_by_street, Range{0.0, 1.0}, "1",
          Meaning{"added with full coverage by street stations",
                  "镇办站全覆盖时增加的就近比例", "prototype"});
    field("redraws", &P::redraws, Range{0, 16}, "1",
          Meaning{"times that a station replaces a job that does not fit",
                  "站点替换不合适岗位的次数", "prototype"});
    field("other_sector_fit", &P::other_sector_fit, Range{0.0, 1.0}, "1",
          Meaning{"probability to fit a skilled job of another sector",
                  "跨行业胜任概率", "prototype"});
    field("screened_fit", &P::screened_fit, Range{0.0, 1.0}, "1",
          Meaning{"the same where the park company screens",
                  "园创筛选时的跨行业胜任概率", "judgement"});
    field("distance_cost", &P::distance_cost, Range{0.0, 1.0}, "1/km",
          Meaning{"of the log wage", "通勤的对数工资成本", "prototype"});
    field("livability_weight", &P::livability_weight, Range{0.0, 5.0}, "1",
          Meaning{"of log livability at the workplace, and of low livability at home in "
                  "what is asked for",
                  "工作地宜居度权重", "MODEL.md S12"});
    field("noise", &P::noise, Range{0.0, 1.0}, "1",
          Meaning{"spread of tastes", "偏好噪声", "prototype"});
    field("reservation", &P::reservation, Range{0.0, 2.0}, "1",
          Meaning{"of the last wage asked for at first", "初始保留工资比例", "prototype"});
    field("reservation_cap", &P::reservation_cap, Range{0.5, 10.0}, "1",
          Meaning{"most asked for over the mean of the skill",
                  "保留工资上限（对同技能均值）", "judgement"});
    field("reservation_discount", &P::reservation_discount, Range{0.0, 2.0}, "1",
          Meaning{"log cost of being out of work", "失业的对数成本", "prototype"});
    field("patience_loss", &P::patience_loss, Range{0.0, 1.0}, "1/month",
          Meaning{"fall of what is asked for", "保留工资月降幅", "prototype"});
    field("switching_premium", &P::switching_premium, Range{0.0, 2.0}, "1",
          Meaning{"log gain for which a job is changed", "跳槽所需对数增益", "prototype"});
}

} // namespace canopy
