#include "sim/world/links.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>
#include <atomic>

namespace canopy {

namespace {

constexpr std::uint32_t gone = 0xffffffffU;

/// Makes counts in first[1 …] into the places where the rows begin.
void add_up(std::span<std::uint32_t> first) {
    for (std::size_t row = 1; row < first.size(); ++row)
        first[row] += first[row - 1];
}

} // namespace

std::size_t Links::bytes() const {
    std::size_t offsets = 0;
    for (auto const* table :
         {&first_,
          &next_first_,
          &buyer_,
          &seller_first_,
          &by_seller_,
          &next_seller_first_,
          &next_by_seller_,
          &born_first_,
          &born_sales_,
          &moved_})
        offsets += table->capacity();
    return (links_.capacity() + next_links_.capacity()) * sizeof(Link)
           + offsets * sizeof(std::uint32_t);
}

void Links::rebuild(std::size_t firms, std::span<NewLink const> born) {
    make_room(firms);
    count(firms, born);
    move_links(firms, born);
    index_by_seller(firms, born);
    links_.swap(next_links_);
    first_.swap(next_first_);
    seller_first_.swap(next_seller_first_);
    by_seller_.swap(next_by_seller_);
}

void Links::count(std::size_t firms, std::span<NewLink const> born) {
    next_first_.assign(firms + 1, 0);
    next_seller_first_.assign(firms + 1, 0);
    born_first_.assign(firms + 1, 0);
    born_sales_.assign(firms, 0);
    for (auto const& newcomer : born) {
        ++born_first_[newcomer.buyer.row() + 1];
        auto const seller = newcomer.link.seller;
        if (seller.in_zone()) ++born_sales_[seller.firm().row()];
    }
    add_up(born_first_);
    for (std::size_t row = 0; row < firms; ++row)
        next_seller_first_[row + 1] =
            static_cast<std::uint32_t>(n_customers(FirmId{row}) + born_sales_[row]);
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto const row = firm.row();
        auto kept = born_first_[row + 1] - born_first_[row];
        for (auto const& link : of(firm)) {
            kept += link.settled() ? 0U : 1U;
            if (!link.settled() || !link.seller.in_zone()) continue;
            std::atomic_ref<std::uint32_t>{
                next_seller_first_[link.seller.firm().row() + 1]}
                .fetch_sub(1, std::memory_order_relaxed);
        }
        next_first_[row + 1] = kept;
    });
    add_up(next_first_);
    add_up(next_seller_first_);
}

void Links::move_links(std::size_t firms, std::span<NewLink const> born) {
    next_links_.resize(next_first_[firms]);
    buyer_.resize(next_first_[firms]);
    moved_.resize(links_.size());
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto const row = firm.row();
        auto at = next_first_[row];
        for (auto old = first_[row]; old < first_[row + 1]; ++old) {
            moved_[old] = links_[old].settled() ? gone : at;
            if (!links_[old].settled()) next_links_[at++] = links_[old];
        }
        for (auto index = born_first_[row]; index < born_first_[row + 1]; ++index)
            next_links_[at++] = born[index].link;
        std::fill(
            buyer_.begin() + next_first_[row],
            buyer_.begin() + at,
            static_cast<std::uint32_t>(row));
    });
}

void Links::index_by_seller(std::size_t firms, std::span<NewLink const> born) {
    next_by_seller_.resize(next_seller_first_[firms]);
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto place = next_seller_first_[firm.row()];
        for (auto const& position : sold_by(firm)) {
            prefetch(moved_[position_after(position)]);
            if (moved_[position] != gone) next_by_seller_[place++] = moved_[position];
        }
    });
    // New links go behind those that were there, in the order of their positions.
    for (std::size_t index = 0; index < born.size(); ++index) {
        auto const seller = born[index].link.seller;
        if (!seller.in_zone()) continue;
        auto const buyer = born[index].buyer.row();
        auto const to_come = born_sales_[seller.firm().row()]--;
        next_by_seller_[next_seller_first_[seller.firm().row() + 1] - to_come] =
            next_first_[buyer + 1]
            - (born_first_[buyer + 1] - static_cast<std::uint32_t>(index));
    }
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto const begin = next_by_seller_.begin() + next_seller_first_[firm.row()];
        auto const end = next_by_seller_.begin() + next_seller_first_[firm.row() + 1];
        if (!std::is_sorted(begin, end)) std::sort(begin, end);
    });
}

void Links::make_room(std::size_t firms) {
    if (first_.size() > firms) return;
    first_.resize(firms + 1, first_.back());
    seller_first_.resize(firms + 1, seller_first_.back());
}

void Links::restore(std::span<std::uint32_t const> first, std::span<Link const> links) {
    *this = {};
    auto const firms = first.size() - 1;
    first_.assign(first.begin(), first.end());
    links_.assign(links.begin(), links.end());
    buyer_.resize(links.size());
    seller_first_.assign(firms + 1, 0);
    for (std::size_t row = 0; row < firms; ++row)
        for (auto at = first[row]; at < first[row + 1]; ++at) {
            buyer_[at] = static_cast<std::uint32_t>(row);
            if (auto const seller = links[at].seller; seller.in_zone())
                ++seller_first_[seller.firm().row() + 1];
        }
    add_up(seller_first_);
    by_seller_.resize(seller_first_.back());
    Offsets next{seller_first_.begin(), seller_first_.end() - 1};
    for (std::uint32_t at = 0; at < links.size(); ++at)
        if (auto const seller = links[at].seller; seller.in_zone())
            by_seller_[next[seller.firm().row()]++] = at;
}

} // namespace canopy
