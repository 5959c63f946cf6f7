#include "sim/process/land_sale.hpp"

#include <algorithm>

namespace canopy {

namespace {

Fen price_of(World const& world, LandSale const& sale) {
    return fen(sale.area * world.places[sale.place].land_price);
}

} // namespace

Fen land_claim(World const& world, LandSale const& sale) {
    auto const discount =
        world.policy.land_discount(sale.kind, sale.sector, sale.place);
    return fen(yuan(price_of(world, sale)) * discount);
}

Fen land_money(World const& world) {
    auto const lever = LeverKind::land_price;
    return std::max<Fen>(
        0, world.policy.allowed(lever) - world.use.spent[index_of(lever)]);
}

Fen sell_land(World& world, LandSale const& sale, Fen foregone) {
    auto const price = price_of(world, sale);
    world.ledger.pay(Flow::land_sales, Account::government, foregone);
    world.ledger.receive(Flow::land_sales, Account::developer, price);
    world.use.claim(LeverKind::land_price, yuan(foregone), foregone);
    world.counts.land_sold += sale.area;
    return price - foregone;
}

} // namespace canopy
