#include "sim/process/best_newcomers.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr double worth_of_none = -1e30;
constexpr double rounding = 1e-9; ///< more than sums in another order can differ by
} // namespace

void BestNewcomers::look(
    World const& now,
    SupplierDraws const& draws,
    rules::SupplierTaste const& taste,
    double outside_log_quality) {
    // At the seller's own place, before the way to the buyer.
    std::array<ByPlace, max_sectors> at_gate;
    for (auto& of_good : at_gate)
        of_good.fill(worth_of_none);
    for (std::size_t row = 0; row < now.firms.rows(); ++row) {
        FirmId const firm{row};
        auto const good = now.firms.sector[firm].row();
        auto const& card = draws.card(firm);
        auto& best = at_gate[good][card.place.row()];
        best = std::max(
            best,
            supplier_score(
                {.log_price = static_cast<double>(card.log_price)
                              - now.around.log_mean_price[good],
                 .log_quality = static_cast<double>(card.log_quality)},
                taste));
    }
    for (std::size_t good = 0; good < now.sectors.size(); ++good) {
        auto const imported = supplier_score(
            {.log_price =
                 now.outside.log_import_price[good] - now.around.log_mean_price[good],
             .log_quality = outside_log_quality},
            taste);
        for (std::size_t to = 0; to < now.n_zone_places(); ++to) {
            auto const delivered = [&](double worth, std::size_t from) {
                return worth + rounding
                       + supplier_score(
                           {.log_landed = now.places.log_landed[to][from],
                            .log_distance = now.places.log_distance[to][from]},
                           taste);
            };
            in_zone_[good][to] = worth_of_none;
            outside_[good][to] = worth_of_none;
            for (std::size_t from = 0; from < now.places.size(); ++from) {
                auto const local = from < now.n_zone_places();
                auto& best = local ? in_zone_[good][to] : outside_[good][to];
                best = std::max(
                    best, delivered(local ? at_gate[good][from] : imported, from));
            }
        }
    }
}

} // namespace canopy
