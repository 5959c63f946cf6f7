#include "sim/process/renewal.hpp"

#include "sim/base/parallel.hpp"

namespace canopy {

void Renewal::decide(World const& now, Decision& into) const {
    auto const& firms = now.firms;
    into.resize(firms.rows());
    for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
        into[firm] = firms.alive(firm) && firms.leader[firm] == 0
                             && now.luck(firms.id[firm], now.month, Purpose::renewal)
                                    < params_.probability
                         ? 1
                         : 0;
    });
}

void Renewal::apply(Decision const& decision, World& world) const {
    for_each_row<FirmId>(world.firms.rows(), [&](FirmId firm) {
        for (auto& link : world.links.of(firm)) {
            if (decision[firm] != 0) {
                link.trust = 0;
                link.tier = Tier::stranger;
                link.age = 0;
            }
            if (link.seller.in_zone() && decision[link.seller.firm()] != 0) link.end();
        }
    });
}

} // namespace canopy
