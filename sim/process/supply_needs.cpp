#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/input_need.hpp"
#include "sim/process/supply_desk.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double smallest_need =
    50.0; ///< [units/month] not worth a supplier of its own
constexpr double most_suppliers = 400.0;

/// Suppliers for a need of so many lots.
double suppliers_wanted(double lots, double exponent) {
    // Well below one lot the power is below 1 and need not be taken.
    if (lots < 0.999) return 1.0;
    return std::min(most_suppliers, 1.0 + std::floor(pow(lots, exponent)));
}

} // namespace

void SupplySearch::open_gaps(Buyer const& buyer, Desk& desk) const {
    std::array<double, max_inputs + 1> covered{};
    std::array<int, max_inputs + 1> suppliers{};
    for (auto const& link : buyer.links) {
        auto const input = link.live_input();
        covered[input] += static_cast<double>(link.volume);
        ++suppliers[input];
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
            desk.searches.push_back(
                {.request = request,
                 .buyer = &buyer,
                 .bar = Search::no_bar,
                 .number = static_cast<std::uint32_t>(
                     input * 512 + static_cast<std::size_t>(number))});
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
        auto view = view_of(buyer, link.seller, buyer.recipe.linked[link.input].good);
        view.log_discount = log_discount_[index_of(link.tier)];
        view.trust = link.trust_value();
        view.luck = luck_of_fit_[link.fit];
        auto const bonus = link.seller.in_zone() ? buyer.local_bonus : 0.0;
        // The number of a review is its seller's, so that other links do not shift its
        // draws.
        auto const number =
            4096U
            + (link.seller.in_zone() ? static_cast<std::uint32_t>(
                   scramble(buyer.now.firms.id[link.seller.firm()]) % 0x0fff0000U)
                                     : link.seller.code() % 0x0fff0000U);
        desk.searches.push_back(
            {.request = request,
             .buyer = &buyer,
             .bar = rules::supplier_score(view, taste_) + bonus,
             .number = number});
    }
}

rules::SupplierView
SupplySearch::view_of(Buyer const& buyer, Seller seller, SectorId good) const {
    auto const& now = buyer.now;
    auto const mean = now.around.log_mean_price[good.row()];
    rules::SupplierView view;
    std::size_t from = 0;
    if (seller.in_zone()) {
        auto const& card = buyer.draws.card(seller.firm());
        view.log_price = static_cast<double>(card.log_price) - mean;
        view.log_quality = static_cast<double>(card.log_quality);
        from = card.place.row();
    } else {
        view.log_price = now.outside.log_import_price[good.row()] - mean;
        view.log_quality = outside_log_quality_;
        from = seller.outside_place().row();
    }
    view.log_distance = now.places.log_distance[buyer.place.row()][from];
    view.log_landed = now.places.log_landed[buyer.place.row()][from];
    return view;
}

} // namespace canopy
