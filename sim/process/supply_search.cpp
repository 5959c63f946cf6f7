#include "sim/process/supply_search.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/supply_desk.hpp"
#include "sim/rules/tiers.hpp"

#include <algorithm>

namespace canopy {

namespace {

constexpr double smallest_lot = 50.0;       ///< [units/month] that a seller takes on
constexpr std::size_t buyers_at_once = 256; ///< whose searches go on side by side

} // namespace

SupplySearch::SupplySearch(Params params)
    : params_{params}
    , taste_{
          .price = params.price_weight,
          .quality = params.quality_weight,
          .distance = params.distance_weight,
          .trust = params.trust_weight,
          .newcomer = params.newcomer_cost,
          .noise = params.noise}
    , outside_log_quality_{log(params.outside_quality)} {
    for (std::size_t fit = 0; fit < luck_of_fit_.size(); ++fit)
        luck_of_fit_[fit] = gumbel(
            (static_cast<double>(fit) + 0.5)
            / static_cast<double>(luck_of_fit_.size()));
    for (std::size_t tier = 0; tier < n_tiers; ++tier)
        log_discount_[tier] = log(1.0 - rules::tier_terms[tier].discount);
}

void SupplySearch::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    if (!into.draws) {
        into.draws.emplace(SupplierDraws::Shares{
            params_.referral,
            params_.same_place,
            params_.attachment,
            params_.crowding});
    }
    into.draws->prepare(now);
    into.best.look(now, *into.draws, taste_, outside_log_quality_);
    into.by_block.resize(n_blocks(firms.rows()));
    for_each_block(
        firms.rows(), [&](std::size_t number, std::size_t first, std::size_t last) {
            // Each thread's own, so that nothing is allocated in a month.
            thread_local Desk desk;
            auto& block = into.by_block[number];
            block.requests.clear();
            block.candidates.clear();
            for (auto from = first; from < last; from += buyers_at_once) {
                desk.clear();
                desk.buyers.reserve(buyers_at_once);
                for (auto row = from; row < std::min(last, from + buyers_at_once);
                     ++row) {
                    FirmId const firm{row};
                    if (!firms.alive(firm)) continue;
                    auto const& buyer =
                        desk.buyers.emplace_back(buyer_at(now, into, firm));
                    open_gaps(buyer, desk);
                    review_links(buyer, desk);
                }
                draw_prospects(now, desk);
                rank(now, desk, block);
            }
            auto const* candidates = block.candidates.data();
            for (auto& request : block.requests) {
                request.candidates = candidates;
                candidates += request.count;
            }
        });
    match(now, into);
}

SupplySearch::Buyer
SupplySearch::buyer_at(World const& now, Decision const& decision, FirmId firm) const {
    auto const& firms = now.firms;
    auto const kind = firms.kind[firm];
    auto const sector = firms.sector[firm];
    auto const place = firms.place[firm];
    auto const reach = now.policy.platform_reach(kind, sector, place);
    auto const bonus = now.policy.local_bonus(kind, sector, place);
    return {
        .now = now,
        .draws = *decision.draws,
        .best = decision.best,
        .firm = firm,
        .id = firms.id[firm],
        .place = place,
        .recipe = now.technology.recipe(kind, sector),
        .links = now.links.of(firm),
        .local_bonus = bonus > 0.0 ? -taste_.price * log(1.0 - bonus) : 0.0,
        .platform_looks = static_cast<std::uint32_t>(
            now.policy.platform_candidates(kind, sector, place) + 0.5),
        .platform_yield = now.policy.platform_yield(kind, sector, place),
        .event_barrier_cut = now.policy.event_barrier_cut(kind, sector, place),
        .on_platform =
            reach > 0.0
            && now.luck(firms.id[firm], Month{0}, Purpose::platform_use) < reach,
        .at_event = decision.draws->card(firm).at_event,
        .in_alliance = now.policy.alliance_members > 0.0 && kind == FirmKind::company
                       && now.luck(firms.id[firm], Month{0}, Purpose::alliance)
                              < now.policy.alliance_members,
        .candidates = params_.candidates + (firms.digital_level[firm] > 0 ? 1 : 0)};
}

void SupplySearch::match(World const& now, Decision& into) const {
    into.spare.resize(now.firms.rows());
    for_each_row<FirmId>(now.firms.rows(), [&](FirmId firm) {
        into.spare[firm.row()] =
            now.firms.alive(firm) ? SupplierDraws::spare(now, firm) : 0.0;
    });
    into.requests.clear();
    for (auto& block : into.by_block)
        for (auto& request : block.requests)
            into.requests.push_back(&request);
    for (int round = 0; round < params_.rounds; ++round) {
        auto const month_and_round =
            static_cast<std::uint64_t>(now.month.index() * 31 + round);
        into.proposals.collect<std::size_t>(
            into.requests.size(),
            [&](std::vector<matching::Proposal>& proposals, std::size_t number) {
                auto& request = *into.requests[number];
                if (request.won || request.next >= request.count) return;
                auto const& candidate = request.candidates[request.next];
                if (!candidate.seller.in_zone()) {
                    request.won = true;
                    return;
                }
                auto const firm = candidate.seller.firm();
                if (into.spare[firm.row()] < smallest_lot) {
                    ++request.next;
                    return;
                }
                proposals.push_back(
                    {.seller = static_cast<std::uint32_t>(firm.row()),
                     .request = static_cast<std::uint32_t>(number),
                     .tier = 0,
                     .score = candidate.score,
                     .hash = combine(now.firms.id[request.buyer], month_and_round),
                     .quantity = static_cast<double>(request.quantity)});
            });
        auto const answers = matching::share_out(
            into.proposals.all(), into.spare, params_.least_lot_share);
        for_each_row<std::size_t>(answers.size(), [&](std::size_t number) {
            auto const& answer = answers[number];
            auto& request = *into.requests[answer.request];
            if (answer.accepted) {
                request.won = true;
                request.quantity = static_cast<float>(answer.quantity);
            } else {
                ++request.next;
            }
        });
    }
}

void SupplySearch::apply(Decision const& decision, World& world) const {
    auto& born = world.pending_links;
    auto const by_buyer = [](NewLink const& a, NewLink const& b) {
        return a.buyer < b.buyer;
    };
    std::stable_sort(born.begin(), born.end(), by_buyer);
    auto const n_pending = static_cast<std::ptrdiff_t>(born.size());
    auto& counts = world.counts;
    double platform_users = 0.0;
    FirmId last_user;
    for (auto const* request : decision.requests) {
        if (request->published) {
            counts.platform_published += static_cast<double>(request->quantity);
            platform_users += request->buyer != last_user ? 1.0 : 0.0;
            last_user = request->buyer;
        }
        if (!request->won) continue;
        auto const& winner = request->candidates[request->next];
        if (request->replaces != 0) world.links[request->replaces - 1].end();
        if (winner.from_platform) {
            counts.platform_won += static_cast<double>(request->quantity);
        }
        Link link;
        link.seller = winner.seller;
        link.volume = request->quantity;
        link.input = request->input;
        link.fit = winner.fit;
        link.set(Link::platform_bit, winner.from_platform);
        if (winner.seller.in_zone() && decision.draws->card(request->buyer).at_event
            && decision.draws->card(winner.seller.firm()).at_event) {
            auto const buyer = request->buyer;
            link.set_trust(world.policy.event_trust(
                world.firms.kind[buyer],
                world.firms.sector[buyer],
                world.firms.place[buyer]));
        }
        born.push_back({request->buyer, link});
        counts.link_births += winner.seller.in_zone() ? 1 : 0;
    }
    world.use.claim(LeverKind::supply_platform, platform_users, 0);
    // Those that this search won are in the order of their buyers already.
    if (n_pending > 0)
        std::inplace_merge(
            born.begin(), born.begin() + n_pending, born.end(), by_buyer);
    world.links.rebuild(world.firms.rows(), born);
    born.clear();
    world.directory.index_customers(world.firms, world.links);
}

} // namespace canopy
