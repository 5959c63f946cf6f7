#include "sim/world/links.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>
#include <atomic>

namespace canopy {

std::size_t Links::bytes() const {
    return (links_.capacity() + next_links_.capacity()) * sizeof(Link)
           + (first_.capacity() + next_first_.capacity() + buyer_.capacity()
              + seller_first_.capacity() + by_seller_.capacity())
                 * sizeof(std::uint32_t);
}

void Links::rebuild(std::size_t firms, std::span<NewLink const> born) {
    auto const known = first_.size() - 1;
    std::vector<std::uint32_t> born_first(firms + 1, 0);
    for (auto const& newcomer : born)
        ++born_first[newcomer.buyer.row() + 1];
    for (std::size_t row = 0; row < firms; ++row)
        born_first[row + 1] += born_first[row];

    next_first_.assign(firms + 1, 0);
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto const row = firm.row();
        std::uint32_t count = born_first[row + 1] - born_first[row];
        if (row < known) {
            for (auto const& link : of(firm))
                count += link.settled() ? 0U : 1U;
        }
        next_first_[row + 1] = count;
    });
    for (std::size_t row = 0; row < firms; ++row)
        next_first_[row + 1] += next_first_[row];

    next_links_.resize(next_first_[firms]);
    begin_index(firms, next_links_.size());
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto const row = firm.row();
        auto at = next_first_[row];
        auto const take = [&](Link const& link) {
            next_links_[at] = link;
            index_link(at++, firm, link);
        };
        if (row < known) {
            for (auto const& link : of(firm)) {
                prefetch(seller_first_[seller_after(link).row() + 2]);
                if (!link.settled()) take(link);
            }
        }
        for (auto index = born_first[row]; index < born_first[row + 1]; ++index)
            take(born[index].link);
    });
    links_.swap(next_links_);
    first_.swap(next_first_);
    index_by_seller(firms);
}

void Links::make_room(std::size_t firms) {
    if (first_.size() > firms) return;
    first_.resize(firms + 1, first_.back());
    seller_first_.resize(firms + 1, seller_first_.back());
}

void Links::restore(std::span<std::uint32_t const> first, std::span<Link const> links) {
    first_.assign(first.begin(), first.end());
    links_.assign(links.begin(), links.end());
    auto const firms = first.size() - 1;
    begin_index(firms, links_.size());
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        for (auto at = first_[firm.row()]; at < first_[firm.row() + 1]; ++at)
            index_link(at, firm, links_[at]);
    });
    index_by_seller(firms);
}

void Links::begin_index(std::size_t firms, std::size_t links) {
    buyer_.resize(links);
    seller_first_.assign(firms + 2, 0);
}

void Links::index_link(std::uint32_t position, FirmId buyer, Link const& link) {
    buyer_[position] = static_cast<std::uint32_t>(buyer.row());
    if (!link.seller.in_zone()) return;
    std::atomic_ref<std::uint32_t>{seller_first_[link.seller.firm().row() + 2]}
        .fetch_add(1, std::memory_order_relaxed);
}

void Links::index_by_seller(std::size_t firms) {
    for (std::size_t row = 0; row < firms; ++row)
        seller_first_[row + 2] += seller_first_[row + 1];
    by_seller_.resize(seller_first_[firms + 1]);
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        for (auto at = first_[firm.row()]; at < first_[firm.row() + 1]; ++at) {
            auto const seller = links_[at].seller;
            prefetch(seller_first_[seller_after(links_[at]).row() + 1]);
            if (!seller.in_zone()) continue;
            auto const place =
                std::atomic_ref<std::uint32_t>{seller_first_[seller.firm().row() + 1]}
                    .fetch_add(1, std::memory_order_relaxed);
            by_seller_[place] = at;
        }
    });
    seller_first_.pop_back();
    for_each_row<FirmId>(firms, [&](FirmId firm) {
        auto const begin = by_seller_.begin() + seller_first_[firm.row()];
        auto const end = by_seller_.begin() + seller_first_[firm.row() + 1];
        std::sort(begin, end);
    });
}

} // namespace canopy
