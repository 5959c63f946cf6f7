#include "sim/process/relations.hpp"

#include "sim/base/hash.hpp"
#include "sim/base/parallel.hpp"
#include "sim/rules/tiers.hpp"

#include <algorithm>
#include <limits>

namespace canopy {

namespace {
struct Ended {
    std::int64_t count = 0;

    Ended& operator+=(Ended const& other) {
        count += other.count;
        return *this;
    }
};
} // namespace

void Relations::apply(Decision const&, World& world) const {
    auto const& firms = world.firms;
    auto const ended =
        sum_rows<FirmId>(firms.rows(), Ended{}, [&](Ended& sum, FirmId firm) {
            if (!firms.alive(firm)) return;
            auto const pays_late = firms.missed_payments[firm] > 0;
            for (auto& link : world.links.of(firm)) {
                if (link.dead()) continue;
                auto const partner = link.seller.in_zone()
                                         ? firms.id[link.seller.firm()]
                                         : link.seller.code();
                auto const draws = world.luck.block(
                    firms.id[firm],
                    world.month,
                    Purpose::relation,
                    static_cast<std::uint32_t>(scramble(partner + link.input)));
                auto trust = link.trust_value();
                if (uniform(draws[0]) >= params_.deal_probability) {
                    trust *= 1.0 - params_.fading;
                } else if (
                    link.has(Link::short_bit) || pays_late
                    || uniform(draws[1]) < params_.failure) {
                    trust *= 1.0 - params_.loss;
                } else {
                    trust += params_.gain * (1.0 - trust);
                }
                link.set_trust(trust);
                auto const tier = rules::tier_of(trust);
                link.tier = static_cast<Tier>(tier);
                link.age = static_cast<std::uint16_t>(std::min<int>(
                    link.age + 1, std::numeric_limits<std::uint16_t>::max()));
                auto const hazard = rules::tier_terms[tier].hazard;
                auto const restless = hazard / rules::tier_terms[0].hazard;
                link.set(
                    Link::review_bit, uniform(draws[3]) < params_.review * restless);
                if (uniform(draws[2]) < hazard * params_.hazard_scale) {
                    link.end();
                    sum.count += link.seller.in_zone() ? 1 : 0;
                }
            }
        });
    world.counts.link_deaths += ended.count;
}

} // namespace canopy
