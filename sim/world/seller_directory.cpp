#include "sim/world/seller_directory.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace canopy {

void SlotTable::reserve(std::size_t expected) {
    auto const slots = std::bit_ceil(expected * 2 + 16);
    slots_.assign(slots, FirmId{});
    ids_.assign(slots, 0);
    mask_ = static_cast<std::uint32_t>(slots - 1);
    size_ = 0;
}

void SlotTable::insert(std::uint64_t id, FirmId firm) {
    if ((size_ + 1) * 8 > slots_.size() * 7) grow();
    auto slot = static_cast<std::uint32_t>(scramble(id)) & mask_;
    while (slots_[slot].valid())
        slot = (slot + 1) & mask_;
    slots_[slot] = firm;
    ids_[slot] = id;
    ++size_;
}

void SlotTable::erase(std::uint64_t id, FirmId firm) {
    auto slot = static_cast<std::uint32_t>(scramble(id)) & mask_;
    for (std::size_t step = 0; step <= mask_ && slots_[slot] != firm; ++step)
        slot = (slot + 1) & mask_;
    if (slots_[slot] != firm) return;
    slots_[slot] = FirmId{};
    ids_[slot] = 0;
    --size_;
}

void SlotTable::grow() {
    auto const firms = std::move(slots_);
    auto const ids = std::move(ids_);
    reserve(std::max<std::size_t>(size_, 4));
    for (std::size_t slot = 0; slot < firms.size(); ++slot)
        if (firms[slot].valid()) insert(ids[slot], firms[slot]);
}

void SellerDirectory::reset(
    std::size_t n_sectors, std::size_t n_places, std::size_t expected_firms) {
    n_places_ = n_places;
    by_sector_.assign(n_sectors, {});
    by_place_.assign(n_sectors * n_places, {});
    for (auto& table : by_sector_)
        table.reserve(expected_firms / n_sectors);
    for (auto& table : by_place_)
        table.reserve(expected_firms / (n_sectors * n_places));
    link_slots_.assign(n_sectors, {});
    n_links_.assign(n_sectors, 0);
    rows_of_sector_.assign(n_sectors, {});
}

void SellerDirectory::add(Firms const& firms, FirmId firm) {
    auto const sector = firms.sector[firm].row();
    by_sector_[sector].insert(firms.id[firm], firm);
    by_place_[sector * n_places_ + firms.place[firm].row()].insert(
        firms.id[firm], firm);
}

void SellerDirectory::remove(Firms const& firms, FirmId firm) {
    auto const sector = firms.sector[firm].row();
    by_sector_[sector].erase(firms.id[firm], firm);
    by_place_[sector * n_places_ + firms.place[firm].row()].erase(firms.id[firm], firm);
}

void SellerDirectory::refill(Firms const& firms) {
    std::vector<FirmId> order;
    std::vector<std::size_t> count_sector(by_sector_.size(), 0);
    std::vector<std::size_t> count_place(by_place_.size(), 0);
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm)) continue;
        order.push_back(firm);
        auto const sector = firms.sector[firm].row();
        ++count_sector[sector];
        ++count_place[sector * n_places_ + firms.place[firm].row()];
    }
    std::sort(order.begin(), order.end(), [&](FirmId a, FirmId b) {
        return firms.id[a] < firms.id[b];
    });
    for (std::size_t index = 0; index < by_sector_.size(); ++index)
        by_sector_[index].reserve(count_sector[index]);
    for (std::size_t index = 0; index < by_place_.size(); ++index)
        by_place_[index].reserve(count_place[index]);
    for (auto const firm : order)
        add(firms, firm);
}

namespace {
/// A link on its way to its slot.
struct Mark {
    std::uint64_t hash = 0;
    FirmId seller;
};
} // namespace

void SellerDirectory::index_customers(Firms const& firms, Links const& links) {
    for (auto& rows : rows_of_sector_)
        rows.clear();
    std::fill(n_links_.begin(), n_links_.end(), std::size_t{0});
    for (std::size_t row = 0; row < firms.rows(); ++row) {
        FirmId const firm{row};
        if (!firms.alive(firm) || links.n_customers(firm) == 0) continue;
        rows_of_sector_[firms.sector[firm].row()].push_back(firm);
        n_links_[firms.sector[firm].row()] += links.n_customers(firm);
    }
    auto const index_good = [&](std::size_t good) {
        auto& slots = link_slots_[good];
        auto const wanted = std::bit_ceil(n_links_[good] + 16);
        // Growing or shrinking moves every slot, so it happens rarely.
        if (slots.size() < wanted || slots.size() > wanted * 4) slots.resize(wanted);
        std::fill(slots.begin(), slots.end(), LinkSlot{});
        std::array<Mark, look_ahead> waiting{};
        std::size_t number = 0;
        auto const mark = [&](Mark const& next) {
            auto& slot = slots[next.hash & (slots.size() - 1)];
            auto const priority = static_cast<std::uint32_t>(next.hash >> 32U);
            // Of two links on one slot the one with the smaller hash stays.
            if (!slot.seller.valid() || priority < slot.hash)
                slot = {priority, next.seller};
        };
        for (auto const seller : rows_of_sector_[good]) {
            for (auto const& position : links.sold_by(seller)) {
                links.prefetch_buyer(links.position_after(position));
                auto const buyer = firms.id[links.buyer(position)];
                auto& place = waiting[number++ % look_ahead];
                if (number > look_ahead) mark(place);
                place = {combine(buyer, firms.id[seller]), seller};
                prefetch(slots[place.hash & (slots.size() - 1)]);
            }
        }
        for (auto at = number - std::min(number, look_ahead); at < number; ++at)
            mark(waiting[at % look_ahead]);
    };
    run_blocks(link_slots_.size(), BlockBody{index_good});
}

} // namespace canopy
