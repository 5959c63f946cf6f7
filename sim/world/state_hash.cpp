#include "sim/world/state_hash.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace canopy {

namespace {

static_assert(std::endian::native == std::endian::little);

/// Four lanes of multiply and rotate over 32 bytes at a time, as xxHash64 does.
class Digest {
  public:
    void add(std::span<std::byte const> bytes) {
        auto lanes =
            lanes_; // a copy that the bytes cannot be part of stays in registers
        auto const* at = bytes.data();
        auto left = bytes.size();
        for (; left >= sizeof(Lanes); left -= sizeof(Lanes), at += sizeof(Lanes)) {
            Lanes words{};
            std::memcpy(words.data(), at, sizeof(Lanes));
            mix(lanes, words);
        }
        if (left > 0) {
            Lanes words{};
            std::memcpy(words.data(), at, left);
            mix(lanes, words);
        }
        lanes_ = lanes;
    }

    void add(std::uint64_t word) { mix(lanes_, {word, 0, 0, 0}); }

    [[nodiscard]] std::uint64_t value() const {
        return combine(combine(lanes_[0], lanes_[1]), combine(lanes_[2], lanes_[3]));
    }

  private:
    using Lanes = std::array<std::uint64_t, 4>;

    static void mix(Lanes& lanes, Lanes const& words) {
        for (std::size_t lane = 0; lane < words.size(); ++lane)
            lanes[lane] =
                std::rotl(lanes[lane] + words[lane] * 0xc2b2ae3d27d4eb4fULL, 31)
                * 0x9e3779b185ebca87ULL;
    }

    Lanes lanes_{
        0x60ea27eeadc0b5d6ULL, 0xc2b2ae3d27d4eb4fULL, 0x0ULL, 0x61c8864e7a143579ULL};
};

template<class Value>
std::span<std::byte const> bytes_of(Value const& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    return std::as_bytes(std::span<Value const, 1>{&value, 1});
}

/// A range of rows that all hold firms.
struct Run {
    std::size_t first;
    std::size_t count;
};

std::uint64_t hash_firms(Firms const& firms, std::size_t first, std::size_t last) {
    std::vector<Run> runs;
    Digest digest;
    for (auto row = first; row < last; ++row) {
        if (!firms.alive(FirmId{row})) continue;
        if (runs.empty() || runs.back().first + runs.back().count != row)
            runs.push_back({row, 0});
        ++runs.back().count;
    }
    digest.add(std::as_bytes(std::span{runs}));
    Firms::columns(firms, [&](auto, auto const& column) {
        for (auto const& run : runs)
            digest.add(std::as_bytes(column.values().subspan(run.first, run.count)));
    });
    return digest.value();
}

std::uint64_t hash_links(Links const& links, std::size_t first, std::size_t last) {
    Digest digest;
    digest.add(std::as_bytes(links.all().subspan(first, last - first)));
    return digest.value();
}

/// Hashes of fixed blocks, combined in order.
template<class HashBlock>
std::uint64_t hash_blocks(std::size_t rows, HashBlock const& hash_block) {
    std::vector<std::uint64_t> hashes(n_blocks(rows));
    for_each_block(rows, [&](std::size_t block, std::size_t first, std::size_t last) {
        hashes[block] = hash_block(first, last);
    });
    std::uint64_t total = rows;
    for (auto const hash : hashes)
        total = combine(total, hash);
    return total;
}

std::uint64_t hash_people(People const& people, std::size_t first, std::size_t last) {
    Digest digest;
    People::columns(people, [&](auto, auto const& column) {
        digest.add(std::as_bytes(column.values().subspan(first, last - first)));
    });
    return digest.value();
}

std::uint64_t hash_rest(World const& world) {
    Digest digest;
    digest.add(static_cast<std::uint64_t>(world.month.index()));
    digest.add(bytes_of(world.labour));
    digest.add(bytes_of(world.outside));
    digest.add(bytes_of(world.balances));
    for (auto const& place : world.places.rows)
        digest.add(bytes_of(std::array{
            place.space,
            place.factory_space,
            place.occupied,
            place.rent_pressure,
            place.livability,
            place.ease,
            place.service}));
    for (auto const& community : world.communities.rows)
        digest.add(bytes_of(std::array{
            community.livability,
            community.usual_livability,
            community.security,
            static_cast<double>(community.money)}));
    for (auto const& community : world.communities.rows)
        digest.add(bytes_of(community.capacity));
    digest.add(bytes_of(world.communities.waiting));
    digest.add(bytes_of(world.communities.emissions));
    digest.add(bytes_of(world.communities.wastewater));
    for (auto const& offer : world.job_offers)
        digest.add(combine(offer.id, offer.least_skill));
    for (auto const& pending : world.pending_links) {
        digest.add(pending.buyer.row());
        digest.add(bytes_of(pending.link));
    }
    auto const& budget = world.budget;
    digest.add(bytes_of(std::array{
        budget.revenue,
        budget.revenue_last_year,
        budget.cap,
        budget.bonds,
        budget.bond_debt,
        budget.spent_on_levers,
        budget.spent_on_projects,
        budget.committed,
        world.fund.guarantee_pot}));
    auto const& developer = world.developer;
    digest.add(bytes_of(std::array{
        developer.land,
        developer.works,
        developer.factories,
        developer.stakes,
        developer.energy,
        developer.receivables,
        developer.equity,
        developer.debt_total()}));
    digest.add(bytes_of(std::array{
        developer.energy_mw,
        developer.generated,
        developer.services,
        developer.quality,
        developer.construction}));
    digest.add(bytes_of(developer.operating));
    digest.add(bytes_of(developer.interest));
    digest.add(bytes_of(world.park_services.capacity));
    for (auto const& project : world.invited)
        digest.add(combine(project.id, static_cast<std::uint64_t>(project.opens)));
    for (auto const& brought : world.brought_orders)
        digest.add(combine(brought.id, std::bit_cast<std::uint64_t>(brought.orders)));
    for (auto const& project : world.projects)
        digest.add(bytes_of(std::array<Fen, 3>{
            project.paid, project.months_built, project.open ? 1 : 0}));
    for (auto const& stake : world.fund.stakes) {
        digest.add(combine(stake.firm.row(), static_cast<std::uint64_t>(stake.paid)));
        digest.add(combine(
            static_cast<std::uint64_t>(stake.since),
            static_cast<std::uint64_t>(stake.kind)));
    }
    for (auto const& leader : world.leaders)
        digest.add(leader.stopped ? 1U : 0U);
    return digest.value();
}

} // namespace

std::uint64_t state_hash(World const& world) {
    auto const firms =
        hash_blocks(world.firms.rows(), [&](std::size_t first, std::size_t last) {
            return hash_firms(world.firms, first, last);
        });
    auto const links =
        hash_blocks(world.links.size(), [&](std::size_t first, std::size_t last) {
            return hash_links(world.links, first, last);
        });
    auto const first_links = hash_blocks(
        world.links.first().size(), [&](std::size_t first, std::size_t last) {
            Digest digest;
            digest.add(std::as_bytes(world.links.first().subspan(first, last - first)));
            return digest.value();
        });
    auto const people =
        hash_blocks(world.people.rows(), [&](std::size_t first, std::size_t last) {
            return hash_people(world.people, first, last);
        });
    return combine(
        combine(combine(firms, links), combine(first_links, hash_rest(world))), people);
}

} // namespace canopy
