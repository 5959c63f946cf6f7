#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Employers post jobs and take them back; what nobody can do is asked for less
/// strictly after a while. Source: MODEL.md S12.
class JobPosting {
  public:
    static constexpr std::string_view key = "job_posting";

    struct Params {
        double speed = 0.3;
        double filling_time_elasticity = 0.05;
        double normal_filling_time = 2.4;
        int months_before_relaxing = 3;
        double relaxing = 0.2;
        double public_jobs = 0.045;
        double outside_growth = 0.03;
        double outside_pay = 1.0;

        static void describe(auto&& field) {
            using P = Params;
            field(
                "speed",
                &P::speed,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "share of the shortage of people posted as jobs",
                    "缺员月发布比例",
                    "prototype"});
            field(
                "filling_time_elasticity",
                &P::filling_time_elasticity,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "people wanted fall with the time that filling takes",
                    "用工需求对招聘耗时的弹性",
                    "MODEL.md S12, judgement"});
            field(
                "normal_filling_time",
                &P::normal_filling_time,
                Range{0.1, 24.0},
                "month",
                Meaning{
                    "at which firms want as many people as they have work for",
                    "正常招聘耗时",
                    "judgement: set by hand to what the baseline shows, 2.2 to 2.8"});
            field(
                "months_before_relaxing",
                &P::months_before_relaxing,
                Range{0, 60},
                "month",
                Meaning{
                    "that a job is open before less skill is asked for",
                    "放宽技能要求前的空缺月数",
                    "prototype"});
            field(
                "relaxing",
                &P::relaxing,
                Range{0.0, 1.0},
                "1/month",
                Meaning{
                    "probability that the skill asked for falls by a level",
                    "放宽一级技能要求的概率",
                    "prototype"});
            field(
                "public_jobs",
                &P::public_jobs,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "jobs in public units per resident of the district",
                    "每位居民对应的公共单位岗位",
                    "judgement"});
            field(
                "outside_growth",
                &P::outside_growth,
                Range{-0.5, 0.5},
                "1/year",
                Meaning{
                    "of the jobs outside the zone that residents held in December 2022",
                    "居民2022年12月所任区外岗位的年增速",
                    "judgement"});
            field(
                "outside_pay",
                &P::outside_pay,
                Range{0.1, 10.0},
                "1",
                Meaning{
                    "wages outside over the zone's mean of December 2022",
                    "区外工资与本区2022年12月均值之比",
                    "judgement"});
        }
    };

    /// What each firm changes about its open jobs.
    struct Change {
        std::int32_t post = 0;
        std::int32_t withdraw = 0;
    };
    struct Decision {
        Column<FirmId, std::int32_t> open; ///< jobs
        Column<FirmId, Change> change;
    };

    explicit JobPosting(Params params)
        : params_{params} {}

    /// Jobs filled outside in December 2022.
    void open(World& world) const;

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// The enterprises' part of it, which leaves their offers only.
    void post_at_firms(Decision const& decision, World& world) const;

  private:
    /// Share of the people needed that firms want while jobs take so long to fill.
    [[nodiscard]] double patience(LabourMarket const& labour) const;
    [[nodiscard]] Change
    change_of(World const& now, FirmId firm, int open, double patience) const;
    [[nodiscard]] JobOffer offer_of(World const& world, FirmId firm, int ordinal) const;
    void post_other(World& world, Employer employer, std::int64_t open, JobOffers& into)
        const;
    void relax(World const& world, JobOffer& offer) const;

    Params params_;
};

} // namespace canopy
