#include "sim/process/supply_search.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/matching/two_sided.hpp"
#include "sim/process/input_need.hpp"
#include "sim/rules/tiers.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double smallest_need =
    50.0;                             ///< [units/month] not worth a supplier of its own
constexpr double smallest_lot = 50.0; ///< [units/month] that a seller takes on
constexpr double most_suppliers = 400.0;
constexpr double platform_local =
    0.3; ///< of outside draws that the platform turns local
constexpr std::uint32_t draws_per_request = 16;

/// Taste for a match by its fit, the byte that the link keeps: Gumbel, scale 1.
double taste_of(std::uint8_t fit) {
    static auto const tastes = [] {
        std::array<double, 256> values{};
        for (std::size_t at = 0; at < values.size(); ++at)
            values[at] = gumbel((static_cast<double>(at) + 0.5) / 256.0);
        return values;
    }();
    return tastes[fit];
}

double log_discount(Tier tier) {
    static auto const logs = [] {
        std::array<double, n_tiers> values{};
        for (std::size_t at = 0; at < n_tiers; ++at)
            values[at] = log(1.0 - rules::tier_terms[at].discount);
        return values;
    }();
    return logs[index_of(tier)];
}

} // namespace

/// Everything that the requests of one buyer share.
struct SupplySearch::Buyer {
    World const& now;
    SupplierDraws const& draws;
    FirmId firm;
    std::uint64_t id;
    PlaceId place;
    Recipe const& recipe;
    std::span<Link const> links;
    double local_bonus; ///< θ, utility of a seller in the zone
    double platform_candidates;
    double platform_yield;
    double event_barrier_cut;
    bool on_platform;
    bool at_event;
    int candidates;
};

SupplySearch::SupplySearch(Params params)
    : params_{params}
    , taste_{
          .price = params.price_weight,
          .quality = params.quality_weight,
          .distance = params.distance_weight,
          .trust = params.trust_weight,
          .newcomer = params.newcomer_cost,
          .noise = params.noise}
    , outside_log_quality_{log(params.outside_quality)} {}

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
    into.by_block.resize(n_blocks(firms.rows()));
    for_each_block(
        firms.rows(), [&](std::size_t block, std::size_t first, std::size_t last) {
            auto& requests = into.by_block[block];
            requests.clear();
            for (auto row = first; row != last; ++row) {
                FirmId const firm{row};
                if (!firms.alive(firm)) continue;
                auto const kind = firms.kind[firm];
                auto const sector = firms.sector[firm];
                auto const place = firms.place[firm];
                auto const reach = now.policy.platform_reach(kind, sector, place);
                auto const bonus = now.policy.local_bonus(kind, sector, place);
                Buyer buyer{
                    .now = now,
                    .draws = *into.draws,
                    .firm = firm,
                    .id = firms.id[firm],
                    .place = place,
                    .recipe = now.technology.recipe(kind, sector),
                    .links = now.links.of(firm),
                    .local_bonus = bonus > 0.0 ? -taste_.price * log(1.0 - bonus) : 0.0,
                    .platform_candidates =
                        now.policy.platform_candidates(kind, sector, place),
                    .platform_yield = now.policy.platform_yield(kind, sector, place),
                    .event_barrier_cut =
                        now.policy.event_barrier_cut(kind, sector, place),
                    .on_platform =
                        reach > 0.0
                        && now.luck(firms.id[firm], Month{0}, Purpose::platform_use)
                               < reach,
                    .at_event = into.draws->card(firm).at_event,
                    .candidates =
                        params_.candidates + (firms.digital_level[firm] > 0 ? 1 : 0)};
                open_gaps(buyer, requests);
                review_links(buyer, requests);
            }
        });
    match(now, into);
}

void SupplySearch::open_gaps(Buyer& buyer, std::vector<Request>& requests) const {
    std::array<double, max_inputs> covered{};
    std::array<int, max_inputs> suppliers{};
    for (auto const& link : buyer.links) {
        if (link.dead()) continue;
        covered[link.input] += static_cast<double>(link.volume);
        ++suppliers[link.input];
    }
    for (std::size_t input = 0; input < buyer.recipe.linked.size(); ++input) {
        auto const need =
            monthly_need(buyer.now, buyer.firm, buyer.recipe.linked[input]);
        auto const gap = need - covered[input];
        if (need < smallest_need || gap <= params_.least_gap * need) continue;
        auto const wanted = std::min(
            most_suppliers,
            1.0 + std::floor(pow(need / params_.lot_size, params_.lot_exponent)));
        auto const lot = need / wanted;
        auto const room = std::max(
            suppliers[input] == 0 ? 1 : 0,
            static_cast<int>(params_.most_links * wanted) + 1 - suppliers[input]);
        auto const open = std::min(
            std::min(
                static_cast<int>(std::ceil(gap / lot - 0.05)),
                std::max(1, static_cast<int>(wanted / 4.0))),
            room);
        for (int number = 0; number < open; ++number) {
            Request request;
            request.buyer = buyer.firm;
            request.input = static_cast<std::uint8_t>(input);
            request.quantity = static_cast<float>(std::min(lot, gap));
            request.published = buyer.on_platform;
            find(
                buyer,
                request,
                Purpose::gap_candidates,
                static_cast<std::uint32_t>(
                    input * 512 + static_cast<std::size_t>(number)),
                -1e30);
            requests.push_back(request);
        }
    }
}

void SupplySearch::review_links(Buyer& buyer, std::vector<Request>& requests) const {
    auto const base =
        static_cast<std::uint32_t>(buyer.links.data() - buyer.now.links.all().data());
    for (std::size_t at = 0; at < buyer.links.size(); ++at) {
        auto const& link = buyer.links[at];
        if (link.dead() || !link.has(Link::review_bit)) continue;
        Request request;
        request.buyer = buyer.firm;
        request.input = link.input;
        request.replaces = base + static_cast<std::uint32_t>(at) + 1;
        request.quantity = link.volume;
        auto const good = buyer.recipe.linked[link.input].good.row();
        rules::SupplierView view{
            .log_discount = log_discount(link.tier),
            .trust = link.trust_value(),
            .luck = taste_of(link.fit)};
        double bonus = 0.0;
        auto const& around = buyer.now.around;
        if (link.seller.in_zone()) {
            auto const& card = buyer.draws.card(link.seller.firm());
            view.log_price =
                static_cast<double>(card.log_price) - around.log_mean_price[good];
            view.log_quality = static_cast<double>(card.log_quality);
            view.log_distance =
                buyer.now.places.log_distance[buyer.place.row()][card.place.row()];
            view.log_landed =
                buyer.now.places.log_landed[buyer.place.row()][card.place.row()];
            bonus = buyer.local_bonus;
        } else {
            auto const from = link.seller.outside_place().row();
            view.log_price =
                buyer.now.outside.log_import_price[good] - around.log_mean_price[good];
            view.log_quality = outside_log_quality_;
            view.log_distance = buyer.now.places.log_distance[buyer.place.row()][from];
            view.log_landed = buyer.now.places.log_landed[buyer.place.row()][from];
        }
        // The number of a review is its seller's, so that other links do not shift its
        // draws.
        auto const number =
            4096U
            + (link.seller.in_zone() ? static_cast<std::uint32_t>(
                   scramble(buyer.now.firms.id[link.seller.firm()]) % 0x0fff0000U)
                                     : link.seller.code() % 0x0fff0000U);
        find(
            buyer,
            request,
            Purpose::review_candidates,
            number,
            rules::supplier_score(view, taste_) + bonus);
        if (request.count > 0) requests.push_back(request);
    }
}

void SupplySearch::find(
    Buyer& buyer,
    Request& request,
    Purpose purpose,
    std::uint32_t number,
    double bar) const {
    auto const& now = buyer.now;
    auto const good = buyer.recipe.linked[request.input].good;
    auto const local_share = now.sectors[good.row()].local_market_share;
    auto const extra =
        request.published ? static_cast<int>(buyer.platform_candidates + 0.5) : 0;
    auto const met = buyer.at_event ? 2 : 0;
    for (int at = 0; at < buyer.candidates + extra + met; ++at) {
        if (request.count == most_candidates) break;
        CandidateBits const bits{now.luck.block(
            buyer.id,
            now.month,
            purpose,
            number * draws_per_request + static_cast<std::uint32_t>(at))};
        auto const platform = at >= buyer.candidates && at < buyer.candidates + extra;
        auto const meeting = at >= buyer.candidates + extra;
        Seller seller;
        auto u = uniform(bits.origin());
        if (platform) {
            if (u >= buyer.platform_yield) continue;
            u /= buyer.platform_yield;
        }
        auto const chance =
            platform ? local_share + platform_local * (1.0 - local_share) : local_share;
        if (meeting) {
            auto const firm = buyer.draws.met(now, good, bits);
            if (!firm.valid()) continue;
            seller = Seller{firm};
        } else if (local_share > 0.0 && u < chance) {
            auto const firm = buyer.draws.local(now, buyer.firm, good, bits);
            seller =
                firm.valid() ? Seller{firm} : SupplierDraws::outside(now, good, bits);
        } else {
            seller = SupplierDraws::outside(now, good, bits);
        }
        consider(
            buyer,
            request,
            seller,
            static_cast<std::uint8_t>(bits.taste() >> 24U),
            platform,
            bar);
    }
    std::sort(
        request.candidates.begin(),
        request.candidates.begin() + request.count,
        [](Candidate const& a, Candidate const& b) {
            return a.score != b.score ? a.score > b.score
                                      : a.seller.code() < b.seller.code();
        });
}

void SupplySearch::consider(
    Buyer& buyer,
    Request& request,
    Seller seller,
    std::uint8_t fit,
    bool from_platform,
    double bar) const {
    auto const& now = buyer.now;
    if (seller.in_zone() && seller.firm() == buyer.firm) return;
    for (std::size_t at = 0; at < request.count; ++at)
        if (request.candidates[at].seller == seller) return;
    for (auto const& link : buyer.links)
        if (link.seller == seller && link.input == request.input && !link.dead())
            return;

    auto const good = buyer.recipe.linked[request.input].good.row();
    rules::SupplierView view{.luck = taste_of(fit)};
    double bonus = 0.0;
    auto newcomer = taste_.newcomer;
    std::size_t from = 0;
    if (seller.in_zone()) {
        auto const& card = buyer.draws.card(seller.firm());
        view.log_price =
            static_cast<double>(card.log_price) - now.around.log_mean_price[good];
        view.log_quality = static_cast<double>(card.log_quality);
        from = card.place.row();
        bonus = buyer.local_bonus;
        if (buyer.at_event && card.at_event) newcomer *= 1.0 - buyer.event_barrier_cut;
    } else {
        view.log_price =
            now.outside.log_import_price[good] - now.around.log_mean_price[good];
        view.log_quality = outside_log_quality_;
        from = seller.outside_place().row();
    }
    view.log_distance = now.places.log_distance[buyer.place.row()][from];
    view.log_landed = now.places.log_landed[buyer.place.row()][from];
    auto const score = rules::supplier_score(view, taste_) + bonus - newcomer;
    if (score < bar) return;
    request.candidates[request.count++] = {
        seller, static_cast<float>(score), fit, from_platform};
}

void SupplySearch::match(World const& now, Decision& into) const {
    into.spare.resize(now.firms.rows());
    for_each_row<FirmId>(now.firms.rows(), [&](FirmId firm) {
        into.spare[firm.row()] =
            now.firms.alive(firm) ? SupplierDraws::spare(now, firm) : 0.0;
    });
    into.requests.clear();
    for (auto& block : into.by_block)
        for (auto& request : block)
            into.requests.push_back(&request);
    std::vector<matching::Proposal> proposals;
    for (int round = 0; round < params_.rounds; ++round) {
        proposals.clear();
        for (std::size_t number = 0; number < into.requests.size(); ++number) {
            auto& request = *into.requests[number];
            if (request.won || request.next >= request.count) continue;
            auto const& candidate = request.candidates[request.next];
            if (!candidate.seller.in_zone()) {
                request.won = true;
                continue;
            }
            auto const firm = candidate.seller.firm();
            if (into.spare[firm.row()] < smallest_lot) {
                ++request.next;
                continue;
            }
            proposals.push_back(
                {.seller = static_cast<std::uint32_t>(firm.row()),
                 .request = static_cast<std::uint32_t>(number),
                 .tier = 0,
                 .score = candidate.score,
                 .hash = combine(
                     now.firms.id[request.buyer],
                     static_cast<std::uint64_t>(now.month.index() * 31 + round)),
                 .quantity = static_cast<double>(request.quantity)});
        }
        matching::share_out(
            proposals,
            into.spare,
            params_.least_lot_share,
            [&](matching::Proposal const& proposal, double quantity) {
                auto& request = *into.requests[proposal.request];
                request.won = true;
                request.quantity = static_cast<float>(quantity);
            },
            [&](matching::Proposal const& proposal) {
                ++into.requests[proposal.request]->next;
            });
    }
}

void SupplySearch::apply(Decision const& decision, World& world) const {
    auto& born = world.pending_links;
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
    std::stable_sort(born.begin(), born.end(), [](NewLink const& a, NewLink const& b) {
        return a.buyer < b.buyer;
    });
    world.links.rebuild(world.firms.rows(), born);
    born.clear();
    world.directory.index_customers(world.firms, world.links);
}

} // namespace canopy
