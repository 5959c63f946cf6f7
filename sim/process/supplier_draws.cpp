#include "sim/process/supplier_draws.hpp"

#include "sim/base/parallel.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>
#include <array>

namespace canopy {

namespace {

constexpr std::size_t longest_attachment = 4096;
constexpr int most_tries = 16;
constexpr std::uint32_t roster_size = 16;
constexpr double spare_use = 0.95;

} // namespace

SupplierDraws::SupplierDraws(Shares shares)
    : shares_{shares} {
    attachment_.reserve(longest_attachment);
    for (std::size_t customers = 0; customers < longest_attachment; ++customers)
        attachment_.push_back(
            pow(static_cast<double>(customers) + 1.0, shares_.attachment - 1.0));
}

void SupplierDraws::prepare(World const& now) {
    auto const& firms = now.firms;
    cards_.resize(firms.rows());
    for (std::size_t from = 0; from < now.n_zone_places(); ++from)
        for (std::size_t to = 0; to < now.n_zone_places(); ++to)
            nearness_[from][to] =
                1.2 / std::max(1.2, 1.0 + now.places.km[from][to] / 10.0);
    for (std::size_t row = 0; row < now.sectors.size(); ++row) {
        SectorId const good{row};
        auto const n_sellers = static_cast<double>(now.directory.sellers(good).size());
        auto const n_links = static_cast<double>(now.directory.n_links(good));
        by_firm_[row] = n_sellers / (n_sellers + n_links);
    }
    for_each_block(firms.rows(), [&](std::size_t, std::size_t first, std::size_t last) {
        std::array<double, rows_per_block> price{};
        std::array<double, rows_per_block> quality{};
        for (auto row = first; row != last; ++row) {
            FirmId const firm{row};
            auto const alive = firms.alive(firm);
            price[row - first] = alive ? static_cast<double>(firms.price[firm]) : 1.0;
            quality[row - first] =
                alive ? static_cast<double>(firms.quality[firm]) : 1.0;
        }
        log(std::span{price}.first(last - first));
        log(std::span{quality}.first(last - first));
        for (auto row = first; row != last; ++row) {
            FirmId const firm{row};
            auto const place = firms.place[firm];
            auto const invited = firms.alive(firm) ? now.policy.event_reach(
                                     firms.kind[firm], firms.sector[firm], place)
                                                   : 0.0;
            cards_[firm] = {
                static_cast<float>(price[row - first]),
                static_cast<float>(quality[row - first]),
                static_cast<float>(welcome(now, firm)),
                place,
                invited > 0.0
                    && now.luck(firms.id[firm], now.month, Purpose::events) < invited};
        }
    });
}

double SupplierDraws::spare(World const& now, FirmId firm) {
    return std::max(
        0.0, spare_use * now.firms.capacity[firm] - now.firms.expected_demand[firm]);
}

void SupplierDraws::find_local(
    World const& now, std::span<LocalDraw> draws, Waiting& waiting) const {
    auto const ask_the_crowd = [&](LocalDraw& draw) {
        if (now.directory.sellers(draw.good).size() > 0)
            waiting.for_the_crowd.push_back({&draw, nullptr});
    };
    waiting.for_referrals.clear();
    waiting.for_the_crowd.clear();
    for (auto& draw : draws) {
        auto const route = uniform(draw.bits.next());
        if (route < shares_.referral) {
            waiting.for_referrals.push_back(&draw);
            continue;
        }
        if (route < shares_.referral + shares_.same_place)
            draw.found = neighbour(now, draw);
        if (!draw.found.valid()) ask_the_crowd(draw);
    }
    waiting.referrals.follow(now, waiting.for_referrals);
    for (auto* draw : waiting.for_referrals)
        if (!draw->found.valid()) ask_the_crowd(*draw);
    ask_crowd(now, waiting.for_the_crowd);
}

FirmId SupplierDraws::met(World const& now, SectorId good, CandidateBits bits) const {
    auto const& sellers = now.directory.sellers(good);
    for (int attempt = 0; attempt < 4 * most_tries; ++attempt) {
        auto const firm = sellers.at(bits.next());
        if (firm.valid() && cards_[firm].at_event) return firm;
    }
    return {};
}

Seller SupplierDraws::outside(World const& now, SectorId good, CandidateBits bits) {
    auto const u = uniform(bits.next());
    double cumulated = 0.0;
    auto last = now.n_zone_places();
    for (auto place = now.n_zone_places(); place < now.places.size(); ++place) {
        cumulated += now.places[PlaceId{place}].supplier_weight;
        last = place;
        if (u < cumulated) break;
    }
    return Seller::outside(PlaceId{last}, good, pick(bits.next(), roster_size));
}

FirmId SupplierDraws::neighbour(World const& now, LocalDraw& draw) {
    auto const& sellers = now.directory.sellers(draw.good, draw.place);
    if (sellers.size() == 0) return {};
    for (int attempt = 0; attempt < most_tries; ++attempt) {
        auto const firm = sellers.at(draw.bits.next());
        if (firm.valid()) return firm;
    }
    return {};
}

void SupplierDraws::ask_crowd(
    World const& now, std::vector<Waiting::Question>& questions) const {
    auto const& directory = now.directory;
    for (int attempt = 0; attempt < 2 * most_tries && !questions.empty(); ++attempt) {
        for (auto& question : questions) {
            auto const good = question.draw->good;
            auto& bits = question.draw->bits;
            question.slot = uniform(bits.next()) < by_firm_[good.row()]
                                ? &directory.sellers(good).at(bits.next())
                                : &directory.seller_of_link(good, bits.next());
            prefetch(*question.slot);
        }
        for (auto const& question : questions)
            prefetch(cards_[question.slot->valid() ? *question.slot : FirmId{0}]);
        auto open = questions.begin();
        for (auto const& question : questions) {
            auto& draw = *question.draw;
            auto const firm = *question.slot;
            // Nearness (1 + d/10)^−1, relative to the nearest that two places can be.
            if (firm.valid()
                && uniform(draw.bits.next())
                       < nearness_[draw.place.row()][cards_[firm].place.row()]
                             * static_cast<double>(cards_[firm].welcome)) {
                draw.found = firm;
            } else {
                *open++ = question;
            }
        }
        questions.erase(open, questions.end());
    }
}

double SupplierDraws::welcome(World const& now, FirmId seller) const {
    auto const customers = now.links.n_customers(seller);
    auto const crowded = static_cast<double>(customers)
                         / (shares_.crowding * std::max(1, now.firms.workers[seller]));
    return attachment_[std::min(customers, longest_attachment - 1)] / (1.0 + crowded);
}

} // namespace canopy
