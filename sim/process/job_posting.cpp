#include "sim/process/job_posting.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/employment.hpp"
#include "sim/process/labour_demand.hpp"
#include "sim/process/skill_mix.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace canopy {

namespace {

std::uint64_t offer_id(World const& world, std::uint64_t employer, int ordinal) {
    return combine(
        combine(employer, static_cast<std::uint64_t>(world.month.index())),
        static_cast<std::uint64_t>(ordinal));
}

/// Whether the enterprise that posted a job is still there; its row may be another's now.
bool stands(World const& world, JobOffer const& offer) {
    if (!is_firm(offer.employer)) return false;
    FirmId const firm{offer.employer};
    return world.firms.alive(firm) && world.firms.birth[firm] < offer.opened;
}

/// What a firm pays over the mean of its sector: people compare with what is usual there.
double pay_at(World const& world, FirmId firm) {
    auto const sector = world.firms.sector[firm].row();
    auto const& mix = world.sectors[sector].skill_mix;
    double weight = 0.0;
    for (std::size_t skill = 0; skill < n_skills; ++skill)
        weight += mix[skill] * skill_wage[skill];
    auto const usual = weight * world.labour.sector_wage[sector];
    if (usual <= 0.0) return 1.0;
    return world.wage_index(world.firms.sector[firm], world.firms.place[firm])
           * world.sectors[sector].wage / 12.0
           * std::sqrt(static_cast<double>(world.firms.productivity[firm])) / usual;
}

/// Everybody employed by `employer`.
std::int64_t staff_of(World const& world, Employer employer) {
    auto const employers = world.people.employer.values();
    std::vector<std::int64_t> of_block(n_blocks(employers.size()));
    for_each_block(
        employers.size(), [&](std::size_t block, std::size_t first, std::size_t last) {
            auto const rows = employers.subspan(first, last - first);
            of_block[block] = std::count(rows.begin(), rows.end(), employer);
        });
    return std::accumulate(of_block.begin(), of_block.end(), std::int64_t{0});
}

} // namespace

void JobPosting::open(World& world) const {
    world.labour.outside_jobs =
        static_cast<double>(staff_of(world, outside_employers));
}

double JobPosting::patience(LabourMarket const& labour) const {
    if (labour.offer_months <= 0.0) return 1.0;
    return pow(
        std::max(0.1, labour.offer_months) / params_.normal_filling_time,
        -params_.filling_time_elasticity);
}

JobPosting::Change JobPosting::change_of(
    World const& now, FirmId firm, int open, double patience) const {
    auto const& firms = now.firms;
    auto wanted = workers_wanted(now, firm) * patience;
    if (firms.kind[firm] == FirmKind::individual)
        wanted = std::min(wanted, static_cast<double>(largest_individual));
    auto const missing = wanted - firms.workers[firm];
    if (missing < open - 1.0)
        return {0, open - static_cast<int>(std::max(0.0, missing + 0.5))};
    auto const more = (missing - open) * params_.speed;
    if (more <= 0.0) return {};
    return {
        round_by_luck(more, now.luck(firms.id[firm], now.month, Purpose::job_offer)), 0};
}

void JobPosting::decide(World const& now, Decision& into) const {
    into.open.assign(now.firms.rows(), 0);
    into.change.assign(now.firms.rows(), Change{});
    for (auto const& offer : now.job_offers)
        if (stands(now, offer)) ++into.open[FirmId{offer.employer}];
    auto const patient = patience(now.labour);
    for_each_row<FirmId>(now.firms.rows(), [&](FirmId firm) {
        if (now.firms.alive(firm) && now.firms.birth[firm] < now.month.index())
            into.change[firm] = change_of(now, firm, into.open[firm], patient);
    });
}

JobOffer JobPosting::offer_of(World const& world, FirmId firm, int ordinal) const {
    auto const& firms = world.firms;
    auto const sector = firms.sector[firm];
    JobOffer offer;
    offer.id = offer_id(world, firms.id[firm], ordinal);
    offer.employer = static_cast<Employer>(firm.row());
    offer.opened = static_cast<std::int16_t>(world.month.index());
    offer.place = firms.place[firm];
    offer.sector = sector;
    offer.skill = draw_skill(
        world.sectors[sector.row()].skill_mix,
        world.luck(offer.id, world.month, Purpose::job_offer));
    offer.least_skill = offer.skill;
    return offer;
}

void JobPosting::post_other(
    World& world, Employer employer, std::int64_t open, JobOffers& into) const {
    double residents = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row)
        residents += world.communities.rows[row].population();
    auto const jobs =
        employer == public_units
            ? params_.public_jobs * residents
            : world.labour.outside_jobs
                  * pow(1.0 + params_.outside_growth, world.month.index() / 12.0);
    auto const missing =
        static_cast<std::int64_t>(jobs) - staff_of(world, employer) - open;
    auto const at = employer == public_units ? world.communities.rows.front().place
                                             : world.communities.rows.back().place;
    for (int ordinal = 0; ordinal < missing; ++ordinal) {
        JobOffer offer;
        offer.id = offer_id(world, employer, ordinal);
        offer.employer = employer;
        offer.opened = static_cast<std::int16_t>(world.month.index());
        offer.place = at;
        auto const draws = world.luck.block(offer.id, world.month, Purpose::job_offer);
        offer.skill = draw_skill(
            employer == public_units ? public_skills : outside_skills,
            uniform(draws[0]));
        offer.least_skill = offer.skill;
        offer.sector = SectorId{static_cast<std::size_t>(
            uniform(draws[1]) * static_cast<double>(world.sectors.size()))};
        into.push_back(offer);
        ++world.counts.offers_posted;
    }
}

void JobPosting::relax(World const& world, JobOffer& offer) const {
    if (offer.least_skill == 0) return;
    auto const station =
        world.policy.park_coverage[offer.place.row()]
        * world.park_services.effect_of(ParkService::human_resources, offer.place);
    auto const u = world.luck.block(offer.id, world.month, Purpose::job_offer);
    // A park station talks to the firm about it a month earlier.
    auto const patience =
        params_.months_before_relaxing - (uniform(u[2]) < station ? 1 : 0);
    if (world.month.index() - offer.opened >= patience
        && uniform(u[1]) < params_.relaxing) {
        --offer.least_skill;
    }
}

void JobPosting::post_at_firms(Decision const& decision, World& world) const {
    auto const& firms = world.firms;
    auto const& old = world.job_offers;
    JobOffers offers;
    offers.reserve(old.size() + old.size() / 4 + 64);
    std::size_t at = 0;
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        auto const change = decision.change[firm];
        auto keep = decision.open[firm] - change.withdraw;
        auto const first = offers.size();
        for (; at < old.size() && old[at].employer == row; ++at) {
            if (!stands(world, old[at])) continue;
            if (keep-- <= 0) {
                ++world.counts.offers_withdrawn;
                continue;
            }
            offers.push_back(old[at]);
            relax(world, offers.back());
        }
        if (!firms.alive(firm)) continue;
        for (int ordinal = 0; ordinal < change.post; ++ordinal) {
            offers.push_back(offer_of(world, firm, ordinal));
            ++world.counts.offers_posted;
        }
        if (first == offers.size()) continue;
        auto const pay = static_cast<float>(pay_at(world, firm));
        for (auto own = first; own < offers.size(); ++own)
            offers[own].pay = pay;
    }
    world.job_offers.swap(offers);
}

void JobPosting::apply(Decision const& decision, World& world) const {
    auto const& old = world.job_offers;
    JobOffers others(
        std::find_if_not(
            old.begin(), old.end(), [](auto const& offer) { return is_firm(offer.employer); }),
        old.end());
    std::array<std::int64_t, 2> open{};
    for (auto& offer : others) {
        ++open[offer.employer == public_units ? 0 : 1];
        relax(world, offer);
    }
    post_other(world, outside_employers, open[1], others);
    post_other(world, public_units, open[0], others);
    for (auto& offer : others)
        offer.pay = static_cast<float>(
            offer.employer == public_units ? 1.0 : params_.outside_pay);
    post_at_firms(decision, world);
    world.job_offers.insert(world.job_offers.end(), others.begin(), others.end());
}

} // namespace canopy
