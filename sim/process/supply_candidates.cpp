#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/input_need.hpp"
#include "sim/process/supply_desk.hpp"
#include "sim/rules/tiers.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double smallest_need =
    50.0; ///< [units/month] not worth a supplier of its own
constexpr double most_suppliers = 400.0;
constexpr double platform_local =
    0.3; ///< of outside draws that the platform turns local
constexpr std::uint32_t draws_per_request = 16;
constexpr std::uint8_t most_candidates = 12;

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

/// Suppliers for a need of so many lots.
double suppliers_wanted(double lots, double exponent) {
    // Well below one lot the power is below 1 and need not be taken.
    if (lots < 0.999) return 1.0;
    return std::min(most_suppliers, 1.0 + std::floor(pow(lots, exponent)));
}

} // namespace

void SupplySearch::open_gaps(Buyer const& buyer, Desk& desk) const {
    std::array<double, max_inputs> covered{};
    std::array<int, max_inputs> suppliers{};
    for (auto const& link : buyer.links) {
        if (link.dead()) continue;
        covered[link.input] += static_cast<double>(link.volume);
        ++suppliers[link.input];
    }
    InputNeeds const needs{buyer.now, buyer.firm};
    for (std::size_t input = 0; input < buyer.recipe.linked.size(); ++input) {
        auto const need = needs.monthly(buyer.recipe.linked[input]);
        auto const gap = need - covered[input];
        if (need < smallest_need || gap <= params_.least_gap * need) continue;
        auto const wanted =
            suppliers_wanted(need / params_.lot_size, params_.lot_exponent);
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
            draw(
                buyer,
                request,
                Purpose::gap_candidates,
                static_cast<std::uint32_t>(
                    input * 512 + static_cast<std::size_t>(number)),
                -1e30,
                desk);
        }
    }
}

void SupplySearch::review_links(Buyer const& buyer, Desk& desk) const {
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
        draw(
            buyer,
            request,
            Purpose::review_candidates,
            number,
            rules::supplier_score(view, taste_) + bonus,
            desk);
    }
}

void SupplySearch::draw(
    Buyer const& buyer,
    Request const& request,
    Purpose purpose,
    std::uint32_t number,
    double bar,
    Desk& desk) const {
    desk.searches.push_back({request, &buyer, bar, desk.prospects.size()});
    auto const& now = buyer.now;
    auto const good = buyer.recipe.linked[request.input].good;
    auto const local_share = now.sectors[good.row()].local_market_share;
    auto const extra =
        request.published ? static_cast<int>(buyer.platform_candidates + 0.5) : 0;
    auto const met = buyer.at_event ? 2 : 0;
    for (int at = 0; at < buyer.candidates + extra + met; ++at) {
        CandidateBits const bits{now.luck.block(
            buyer.id,
            now.month,
            purpose,
            number * draws_per_request + static_cast<std::uint32_t>(at))};
        auto const platform = at >= buyer.candidates && at < buyer.candidates + extra;
        auto const meeting = at >= buyer.candidates + extra;
        Prospect prospect{
            .seller = {},
            .fit = static_cast<std::uint8_t>(bits.taste() >> 24U),
            .from_platform = platform};
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
            prospect.seller = Seller{firm};
        } else if (local_share > 0.0 && u < chance) {
            desk.local.push_back(
                {.bits = bits,
                 .buyer = buyer.firm,
                 .good = good,
                 .place = buyer.place,
                 .found = {},
                 .number = static_cast<std::uint32_t>(desk.prospects.size())});
        } else {
            prospect.seller = SupplierDraws::outside(now, good, bits);
        }
        desk.prospects.push_back(prospect);
    }
}

void SupplySearch::rank(World const& now, Desk& desk, Block& block) const {
    if (desk.buyers.empty()) return;
    auto const& draws = desk.buyers.front().draws;
    draws.find_local(now, desk.local, desk.waiting);
    for (auto const& draw : desk.local) {
        auto& seller = desk.prospects[draw.number].seller;
        seller = draw.found.valid()
                     ? Seller{draw.found}
                     : SupplierDraws::outside(now, draw.good, draw.bits.afresh());
        if (draw.found.valid()) prefetch(draws.card(draw.found));
    }
    auto& candidates = block.candidates;
    for (std::size_t at = 0; at < desk.searches.size(); ++at) {
        auto& search = desk.searches[at];
        auto& request = search.request;
        auto const last = at + 1 < desk.searches.size() ? desk.searches[at + 1].first
                                                        : desk.prospects.size();
        for (auto number = search.first;
             number < last && request.count < most_candidates;
             ++number)
            consider(search, desk.prospects[number], candidates);
        if (request.replaces != 0 && request.count == 0) continue;
        std::sort(
            candidates.end() - request.count,
            candidates.end(),
            [](Candidate const& a, Candidate const& b) {
                return a.score != b.score ? a.score > b.score
                                          : a.seller.code() < b.seller.code();
            });
        block.requests.push_back(request);
    }
}

void SupplySearch::consider(
    Search& search,
    Prospect const& prospect,
    std::vector<Candidate>& candidates) const {
    auto const& buyer = *search.buyer;
    auto const seller = prospect.seller;
    if (seller.in_zone() && seller.firm() == buyer.firm) return;
    auto const score = newcomer_score(buyer, search.request.input, prospect);
    if (score < search.bar) return;
    for (auto number = candidates.size() - search.request.count;
         number < candidates.size();
         ++number)
        if (candidates[number].seller == seller) return;
    for (auto const& link : buyer.links)
        if (link.seller == seller && link.input == search.request.input && !link.dead())
            return;
    candidates.push_back(
        {seller, static_cast<float>(score), prospect.fit, prospect.from_platform});
    ++search.request.count;
}

double SupplySearch::newcomer_score(
    Buyer const& buyer, std::uint8_t input, Prospect const& prospect) const {
    auto const& now = buyer.now;
    auto const seller = prospect.seller;
    auto const good = buyer.recipe.linked[input].good.row();
    rules::SupplierView view{.luck = taste_of(prospect.fit)};
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
    // Half of distrust and of the trouble of distance is what an alliance can take away.
    auto const estranged =
        buyer.in_alliance ? 1.0 - 0.5 * now.policy.alliance[from] : 1.0;
    view.log_distance =
        estranged * now.places.log_distance[buyer.place.row()][from];
    view.log_landed = now.places.log_landed[buyer.place.row()][from];
    return rules::supplier_score(view, taste_) + bonus - estranged * newcomer;
}

} // namespace canopy
