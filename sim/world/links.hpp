#pragma once

#include "sim/base/column.hpp"
#include "sim/base/id.hpp"
#include "sim/base/money.hpp"
#include "sim/base/prefetch.hpp"
#include "sim/world/seller.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace canopy {

/// A lasting supply relation, 32 bytes: what a seller must read of its customers lies
/// in half a cache line, because reading it is a random access.
struct Link {
    Seller seller;
    float volume = 0.0F;     ///< agreed [units/month]
    double flow = 0.0;       ///< ordered, then delivered this month [units]
    Fen owed = 0;            ///< trade credit outstanding
    std::uint16_t trust = 0; ///< in [0, 1], times 65535
    std::uint16_t age = 0;   ///< [months]
    std::uint8_t input = 0;  ///< which linked good of the buyer's recipe
    Tier tier = Tier::stranger;
    std::uint8_t fit = 0;   ///< quality of the match in [0, 1], times 255
    std::uint8_t state = 0; ///< bits below

    static constexpr std::uint8_t ended_bit =
        1; ///< no more orders; debts are still paid
    static constexpr std::uint8_t review_bit = 2;   ///< the buyer reviews it next month
    static constexpr std::uint8_t platform_bit = 4; ///< found on the platform
    static constexpr std::uint8_t short_bit = 8; ///< this month's delivery fell short

    /// The relation is over; the record goes once nothing is owed on it.
    [[nodiscard]] bool dead() const { return (state & ended_bit) != 0; }

    [[nodiscard]] bool settled() const { return dead() && owed == 0; }

    /// `input`, or max_inputs once the relation is over: sums by input leave those out
    /// without a branch, which nobody could foresee.
    [[nodiscard]] std::size_t live_input() const {
        return dead() ? max_inputs : std::size_t{input};
    }

    void end() { state |= ended_bit; }

    [[nodiscard]] bool has(std::uint8_t bit) const { return (state & bit) != 0; }

    void set(std::uint8_t bit, bool on) {
        state = static_cast<std::uint8_t>(on ? state | bit : state & ~bit);
    }

    [[nodiscard]] double trust_value() const { return trust * (1.0 / 65535.0); }

    void set_trust(double value) {
        trust = static_cast<std::uint16_t>(value * 65535.0 + 0.5);
    }

    [[nodiscard]] double fit_value() const { return fit * (1.0 / 255.0); }
};

static_assert(sizeof(Link) == 32);

/// A link that a buyer has won and that joins the table at the next rebuild.
struct NewLink {
    FirmId buyer;
    Link link;
};

/// All links, compressed by buyer, with an index by seller.
class Links {
  public:
    /// Links of a buyer; some may be dead until the next rebuild. A newcomer has none.
    [[nodiscard]] std::span<Link> of(FirmId buyer) {
        auto const range = range_of(first_, buyer);
        return {links_.data() + range.first, range.second - range.first};
    }

    [[nodiscard]] std::span<Link const> of(FirmId buyer) const {
        auto const range = range_of(first_, buyer);
        return {links_.data() + range.first, range.second - range.first};
    }

    [[nodiscard]] Link& operator[](std::uint32_t position) { return links_[position]; }

    [[nodiscard]] Link const& operator[](std::uint32_t position) const {
        return links_[position];
    }

    /// Positions of the links on which `seller` sells, in ascending order.
    [[nodiscard]] std::span<std::uint32_t const> sold_by(FirmId seller) const {
        auto const range = range_of(seller_first_, seller);
        return {by_seller_.data() + range.first, range.second - range.first};
    }

    /// The seller that buyers in the order of the table will soon have to read, when
    /// they are at `link`.
    [[nodiscard]] Seller seller_after(Link const& link) const {
        auto const at = static_cast<std::size_t>(&link - links_.data()) + look_ahead;
        return links_[std::min(at, links_.size() - 1)].seller;
    }

    /// The position of the link that the sellers in their order will soon have to read
    /// when they are at `position`, an element of sold_by.
    [[nodiscard]] std::uint32_t position_after(std::uint32_t const& position) const {
        auto const at =
            static_cast<std::size_t>(&position - by_seller_.data()) + look_ahead;
        return by_seller_[std::min(at, by_seller_.size() - 1)];
    }

    [[nodiscard]] std::size_t n_customers(FirmId seller) const {
        return sold_by(seller).size();
    }

    /// Asks the memory for the list of a buyer, of a seller, or for the buyer at a
    /// position.
    void prefetch_of(FirmId buyer) const {
        prefetch(first_[std::min(buyer.row(), first_.size() - 1)]);
    }

    void prefetch_sold_by(FirmId seller) const {
        prefetch(seller_first_[std::min(seller.row(), seller_first_.size() - 1)]);
    }

    void prefetch_buyer(std::uint32_t position) const { prefetch(buyer_[position]); }

    /// The buyer of the link at a position.
    [[nodiscard]] FirmId buyer(std::uint32_t position) const {
        return FirmId{buyer_[position]};
    }

    [[nodiscard]] std::size_t size() const { return links_.size(); }

    [[nodiscard]] std::size_t bytes() const;

    /// Drops settled links and takes in new ones (sorted by buyer), for a table of
    /// `firms` rows, and brings the index by seller up to date.
    void rebuild(std::size_t firms, std::span<NewLink const> born);

    /// Gives firms founded since the last rebuild an empty list, as buyers and as
    /// sellers.
    void make_room(std::size_t firms);

    /// Replaces the table by one read from a file: links of row r are first[r] …
    /// first[r+1].
    void restore(std::span<std::uint32_t const> first, std::span<Link const> links);

    [[nodiscard]] std::span<std::uint32_t const> first() const { return first_; }

    [[nodiscard]] std::span<Link const> all() const { return links_; }

  private:
    using Offsets = std::vector<std::uint32_t, HugePageAllocator<std::uint32_t>>;

    [[nodiscard]] static std::pair<std::uint32_t, std::uint32_t>
    range_of(Offsets const& first, FirmId firm) {
        if (firm.row() + 1 >= first.size()) return {0, 0};
        return {first[firm.row()], first[firm.row() + 1]};
    }

    void count(std::size_t firms, std::span<NewLink const> born);
    void move_links(std::size_t firms, std::span<NewLink const> born);
    void index_by_seller(std::size_t firms, std::span<NewLink const> born);

    Offsets first_ = {0};
    std::vector<Link, HugePageAllocator<Link>> links_;
    std::vector<Link, HugePageAllocator<Link>> next_links_;
    Offsets next_first_;
    Offsets buyer_;
    Offsets seller_first_ = {0};
    Offsets by_seller_;
    Offsets next_seller_first_;
    Offsets next_by_seller_;
    Offsets born_first_; ///< new links by buyer
    Offsets born_sales_; ///< new links of each seller that are not in the index yet
    Offsets moved_;      ///< new position of each link; `gone` if it was dropped
};

} // namespace canopy
