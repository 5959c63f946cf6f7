#include "sim/process/hearsay.hpp"

namespace canopy {

namespace {

/// A firm of the same sector and place, or an invalid id: slots are drawn until one is
/// taken.
FirmId park_peer(World const& now, FirmId firm) {
    auto const& firms = now.firms;
    auto const& slots = now.directory.sellers(firms.sector[firm], firms.place[firm]);
    for (auto const bits : now.luck.block(firms.id[firm], now.month, Purpose::adopt, 1))
        if (auto const peer = slots.at(bits); peer.valid() && peer != firm) return peer;
    return {};
}

} // namespace

Hearsay::Hearsay(
    World const& now, FirmId firm, double friend_factor, double peer_trust) {
    for (auto const& link : now.links.of(firm)) {
        if (link.dead() || !link.seller.in_zone()) continue;
        auto const close = link.tier == Tier::friend_ || link.tier == Tier::kin;
        listen(
            now,
            link.seller.firm(),
            link.trust_value() * (close ? friend_factor : 1.0));
    }
    if (auto const peer = park_peer(now, firm); peer.valid())
        listen(now, peer, peer_trust);
}

void Hearsay::listen(World const& now, FirmId teller, double trust) {
    auto const last = now.firms.last_action[teller];
    if (last == 0) return;
    auto& report = reports_[last - 1U];
    report.trust += trust;
    report.gain += trust * static_cast<double>(now.firms.delivered_cost_change[teller]);
}

} // namespace canopy
