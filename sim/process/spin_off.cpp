#include "sim/process/spin_off.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/vector_math.hpp"
#include "sim/process/entry.hpp"
#include "sim/process/payments.hpp"
#include "sim/rules/tiers.hpp"

#include <algorithm>
#include <cmath>

namespace canopy {

namespace {

constexpr double reference_workers = 100.0;
constexpr std::uint8_t usual_fit = 191; ///< .75, the mean of good matches

Newborn child_of(World const& now, FirmId parent) {
    auto const& firms = now.firms;
    auto const month = static_cast<std::uint64_t>(now.month.index());
    return {
        .id = id_from(combine(combine(firms.id[parent], month), hash_text("spin_off"))),
        .parent = firms.id[parent],
        .kind = FirmKind::company,
        .sector = firms.sector[parent],
        .place = firms.place[parent],
        .birth = now.month.index()};
}

/// Suppliers that passed on, by input, and the room for more.
class Inheritance {
  public:
    Inheritance(World const& world, FirmId child, double lot_size)
        : recipe_{world.technology.recipe(FirmKind::company, world.firms.sector[child])}
        , demand_{world.firms.expected_demand[child]}
        , lot_size_{lot_size} {}

    [[nodiscard]] double need(std::size_t input) const {
        return recipe_.linked[input].coefficient * demand_;
    }

    [[nodiscard]] bool has_room(std::size_t input) const {
        return taken_[input] < 1.0 + std::floor(need(input) / lot_size_);
    }

    void take(std::size_t input) { taken_[input] += 1.0; }

    [[nodiscard]] double lot(std::size_t input) const {
        return need(input) / taken_[input];
    }

    [[nodiscard]] Recipe const& recipe() const { return recipe_; }

  private:
    Recipe const& recipe_;
    double demand_;
    double lot_size_;
    std::array<double, max_inputs> taken_{};
};

/// What a seller is called whatever its row and its place's row.
std::uint64_t name_of(World const& world, Seller seller) {
    if (seller.in_zone()) return world.firms.id[seller.firm()];
    constexpr std::uint32_t good_and_number = 0xffffffU;
    return combine(
        hash_text(world.places[seller.outside_place()].name),
        seller.code() & good_and_number);
}

Link new_link(Seller seller, std::size_t input, double trust, std::uint8_t fit) {
    Link link;
    link.seller = seller;
    link.input = static_cast<std::uint8_t>(input);
    link.fit = fit;
    link.set_trust(trust);
    link.tier = static_cast<Tier>(rules::tier_of(trust));
    return link;
}

} // namespace

void SpinOff::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.share_per_yuan = market_share_per_yuan(now);
    into.births.collect<FirmId>(
        firms.rows(), [&](std::vector<Birth>& found, FirmId firm) {
            if (!firms.alive(firm) || firms.kind[firm] != FirmKind::company
                || firms.birth[firm] == now.month.index()) {
                return;
            }
            auto const boost = now.policy.spin_off_boost(
                FirmKind::company, firms.sector[firm], firms.place[firm]);
            auto const hazard = params_.hazard / 12.0
                                * std::sqrt(firms.workers[firm] / reference_workers)
                                * (1.0 + boost);
            if (now.luck(firms.id[firm], now.month, Purpose::spin_off) >= hazard)
                return;
            auto child = child_of(now, firm);
            draw_entrant(now, demography_, child);
            auto const size =
                now.luck(child.id, Month{0}, Purpose::spin_off); // larger than entrants
            child.workers = std::max(
                2,
                static_cast<int>(
                    params_.median_workers
                    * exp(params_.worker_spread * normal(size))));
            child.productivity =
                pow(static_cast<double>(firms.productivity[firm]),
                    params_.inherited_ability);
            found.push_back({firm, child, boost / (1.0 + boost)});
        });
}

void SpinOff::apply(Decision const& decision, World& world) const {
    for (auto const& [parent, newborn, boosted] : decision.births.all()) {
        auto const child = found_firm(world, newborn);
        start_small(world, child, params_.first_demand, decision.share_per_yuan);
        auto const capital = sales_of(world, child, params_.start_cash);
        pay_in(world, parent, child, capital);
        inherit_suppliers(world, parent, child);
        ++world.counts.spin_offs;
        record_entry(world, child, EventKind::spin_off, capital);
        world.use.claim(LeverKind::spin_off_support, boosted, 0);
    }
}

void SpinOff::pay_in(World& world, FirmId parent, FirmId child, Fen capital) const {
    auto const from_parent = std::clamp<Fen>(world.firms.cash[parent], 0, capital);
    transfer(world, Flow::founding_capital, parent, child, from_parent);
    endow(world, child, Account::households, capital - from_parent);
}

void SpinOff::inherit_suppliers(World& world, FirmId parent, FirmId child) const {
    auto const& firms = world.firms;
    auto& pending = world.pending_links;
    auto const first = pending.size();
    Inheritance inheritance{world, child, params_.lot_size};

    auto const& linked = inheritance.recipe().linked;
    for (std::size_t input = 0; input < linked.size(); ++input) {
        if (linked[input].good != firms.sector[parent]) continue;
        inheritance.take(input);
        pending.push_back(
            {child, new_link(Seller{parent}, input, params_.parent_trust, usual_fit)});
    }
    for (auto const& link : world.links.of(parent)) {
        if (link.dead() || !inheritance.has_room(link.input)) continue;
        if ((combine(firms.id[child], name_of(world, link.seller)) & 1U) != 0) {
            continue; // half pass on
        }
        inheritance.take(link.input);
        pending.push_back(
            {child,
             new_link(
                 link.seller,
                 link.input,
                 params_.trust_kept * link.trust_value(),
                 link.fit)});
    }
    for (auto at = first; at < pending.size(); ++at) {
        auto& link = pending[at].link;
        link.volume = static_cast<float>(inheritance.lot(link.input));
        if (link.seller.in_zone()) ++world.counts.link_births;
    }
}

} // namespace canopy
