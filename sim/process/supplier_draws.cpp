#include "sim/process/supplier_draws.hpp"

#include "sim/base/hash.hpp"
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

/// Maps bits to 0 … n − 1.
std::uint32_t pick(std::uint32_t bits, std::size_t n) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits) * n) >> 32U);
}

} // namespace

std::uint32_t CandidateBits::next() {
    if (step_ < 2) return block_[2 + step_++];
    ++step_;
    auto const seed = (static_cast<std::uint64_t>(block_[2]) << 32U) | block_[3];
    return static_cast<std::uint32_t>(scramble(seed + step_) >> 32U);
}

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

FirmId SupplierDraws::local(
    World const& now, FirmId buyer, SectorId good, CandidateBits bits) const {
    auto const route = uniform(bits.next());
    auto const place = now.firms.place[buyer];
    if (route < shares_.referral) {
        auto const found = referred(now, buyer, good, bits);
        if (found.valid()) return found;
    } else if (route < shares_.referral + shares_.same_place) {
        auto const found = neighbour(now, good, place, bits);
        if (found.valid()) return found;
    }
    return popular(now, good, place, bits);
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

FirmId SupplierDraws::referred(
    World const& now, FirmId buyer, SectorId good, CandidateBits& bits) {
    auto const& links = now.links;
    auto const own = links.of(buyer);
    if (own.empty()) return {};
    auto const& link = own[pick(bits.next(), own.size())];
    if (!link.seller.in_zone() || link.dead()) return {};
    auto const others = links.sold_by(link.seller.firm());
    if (others.empty()) return {};
    auto const other = links.buyer(others[pick(bits.next(), others.size())]);
    auto const theirs = links.of(other);
    auto const start = pick(bits.next(), theirs.size());
    for (std::size_t step = 0; step < theirs.size(); ++step) {
        auto const& candidate = theirs[(start + step) % theirs.size()];
        if (!candidate.seller.in_zone() || candidate.dead()) continue;
        auto const firm = candidate.seller.firm();
        if (now.firms.sector[firm] == good) return firm;
    }
    return {};
}

FirmId SupplierDraws::neighbour(
    World const& now, SectorId good, PlaceId place, CandidateBits& bits) {
    auto const& sellers = now.directory.sellers(good, place);
    if (sellers.size() == 0) return {};
    for (int attempt = 0; attempt < most_tries; ++attempt) {
        auto const firm = sellers.at(bits.next());
        if (firm.valid()) return firm;
    }
    return {};
}

FirmId SupplierDraws::popular(
    World const& now, SectorId good, PlaceId place, CandidateBits& bits) const {
    auto const& sellers = now.directory.sellers(good);
    if (sellers.size() == 0) return {};
    auto const n_sellers = static_cast<double>(sellers.size());
    auto const n_links = static_cast<double>(now.directory.n_links(good));
    auto const by_firm = n_sellers / (n_sellers + n_links);
    for (int attempt = 0; attempt < 2 * most_tries; ++attempt) {
        auto const firm = uniform(bits.next()) < by_firm
                              ? sellers.at(bits.next())
                              : now.directory.seller_of_link(good, bits.next());
        if (!firm.valid()) continue;
        // Nearness (1 + d/10)^−1, relative to the nearest that two places can be.
        auto const nearness = nearness_[place.row()][cards_[firm].place.row()];
        if (uniform(bits.next())
            < nearness * static_cast<double>(cards_[firm].welcome)) {
            return firm;
        }
    }
    return {};
}

double SupplierDraws::welcome(World const& now, FirmId seller) const {
    auto const customers = now.links.n_customers(seller);
    auto const crowded = static_cast<double>(customers)
                         / (shares_.crowding * std::max(1, now.firms.workers[seller]));
    return attachment_[std::min(customers, longest_attachment - 1)] / (1.0 + crowded);
}

} // namespace canopy
