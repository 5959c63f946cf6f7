#include "sim/process/hiring.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/labour_output.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr int largest_individual =
    7; ///< workers; more needs a company. Source: 1987 rules
constexpr double utilisation = 0.97;

struct SkillSums {
    std::array<double, n_skills> vacancies{};
    std::array<double, n_skills> employed{};
    std::int64_t heads = 0;

    SkillSums& operator+=(SkillSums const& other) {
        for (std::size_t skill = 0; skill < n_skills; ++skill) {
            vacancies[skill] += other.vacancies[skill];
            employed[skill] += other.employed[skill];
        }
        heads += other.heads;
        return *this;
    }
};

double workers_for(World const& now, FirmId firm, double output) {
    return output / (output_per_worker(now, firm) * utilisation);
}

} // namespace

void Hiring::decide(World const& now, Decision& into) const {
    auto const rows = now.firms.rows();
    into.workers.resize(rows);
    into.vacancy.resize(rows);
    into.hiring_draw.resize(rows);
    into.market = now.labour;
    set_separations(now, into);
    set_hires(now, into);
    move_market(now, into.market);
}

void Hiring::set_separations(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    auto const sums =
        sum_rows<FirmId>(firms.rows(), SkillSums{}, [&](SkillSums& sum, FirmId firm) {
            auto const before = firms.workers[firm];
            into.workers[firm] = before;
            into.vacancy[firm] = 0.0F;
            if (!firms.alive(firm)) return;
            auto const draws =
                now.luck.block(firms.id[firm], now.month, Purpose::separation);
            into.hiring_draw[firm] = draws[2];
            auto const wanted = workers_for(now, firm, firms.planned_output[firm]);
            auto const left =
                round_by_luck(params_.separation * before, uniform(draws[0]));
            auto workers = std::max(1, before - left);
            if (workers > wanted * 1.1 + 0.6) {
                auto const excess = (workers - wanted) * params_.layoff_speed;
                workers =
                    std::max(1, workers - round_by_luck(excess, uniform(draws[1])));
            }
            into.workers[firm] = workers;
            sum.heads += before - workers;
            auto const vacancy =
                std::max(0.0, wanted - workers) * params_.vacancy_speed;
            into.vacancy[firm] = static_cast<float>(vacancy);
            auto const& mix = now.sectors[firms.sector[firm].row()].skill_mix;
            for (std::size_t skill = 0; skill < n_skills; ++skill) {
                sum.vacancies[skill] += vacancy * mix[skill];
                sum.employed[skill] += workers * mix[skill];
            }
        });
    into.separations = sums.heads;
    into.market.vacancies = sums.vacancies;
    into.market.employed = sums.employed;
}

void Hiring::set_hires(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    std::array<double, n_skills> filled{};
    for (std::size_t skill = 0; skill < n_skills; ++skill) {
        auto const vacancies = into.market.vacancies[skill];
        auto const seekers =
            std::max(1e-9, into.market.unemployed(skill) * params_.search_intensity);
        filled[skill] =
            vacancies > 1e-9
                ? std::min(1.0, seekers / vacancies * (1.0 - exp(-vacancies / seekers)))
                : 1.0;
    }
    auto const sums =
        sum_rows<FirmId>(firms.rows(), SkillSums{}, [&](SkillSums& sum, FirmId firm) {
            if (into.vacancy[firm] <= 0.0F) return;
            auto const& mix = now.sectors[firms.sector[firm].row()].skill_mix;
            double rate = 0.0;
            for (std::size_t skill = 0; skill < n_skills; ++skill)
                rate += mix[skill] * filled[skill];
            auto hired = round_by_luck(
                static_cast<double>(into.vacancy[firm]) * rate,
                uniform(into.hiring_draw[firm]));
            if (firms.kind[firm] == FirmKind::individual) {
                hired = std::clamp(
                    hired, 0, std::max(0, largest_individual - into.workers[firm]));
            }
            into.workers[firm] += hired;
            sum.heads += hired;
            for (std::size_t skill = 0; skill < n_skills; ++skill)
                sum.employed[skill] += hired * mix[skill];
        });
    into.hires = sums.heads;
    for (std::size_t skill = 0; skill < n_skills; ++skill)
        into.market.employed[skill] += sums.employed[skill];
}

void Hiring::move_market(World const&, LabourMarket& market) const {
    for (std::size_t skill = 0; skill < n_skills; ++skill) {
        auto const unemployment =
            market.unemployed(skill) / std::max(1.0, market.labour_force[skill]);
        auto const gap = params_.normal_unemployment - unemployment;
        market.wage_index[skill] *= exp(
            params_.wage_response * gap / params_.normal_unemployment
            - params_.outside_wage_pull * log(market.wage_index[skill]));
        market.labour_force[skill] *=
            1.0
            + (params_.labour_force_growth + params_.migration_response * gap) / 12.0;
    }
}

void Hiring::apply(Decision& decision, World& world) const {
    world.firms.workers.swap(decision.workers);
    world.labour = decision.market;
    world.counts.separations += decision.separations;
    world.counts.hires += decision.hires;
}

} // namespace canopy
