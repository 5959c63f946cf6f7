#include "sim/world/policy_book.hpp"

#include <algorithm>

namespace canopy {

namespace {

__extension__ typedef __int128 Wide; // a product of two amounts of money

void cap(CellTable<double>& share, double most) {
    for (auto& value : share.values())
        value = std::min(value, most);
}

} // namespace

void PolicyBook::cap_shares() {
    for (auto* share :
         {&platform_reach,
          &event_reach,
          &event_barrier_cut,
          &land_discount,
          &guarantee,
          &green_subsidy,
          &rd_voucher,
          &digital_voucher})
        cap(*share, 1.0);
    for (auto* discount : {&rent_discount, &power_discount})
        cap(*discount, 0.9);
    cap(local_bonus, 0.5);
    for (auto* coverage : {&hub_coverage, &street_coverage, &park_coverage, &outlet_coverage})
        for (auto& value : *coverage)
            value = std::min(value, 1.0);
    pooled_beds = std::min(pooled_beds, 1.0);
    rapid_response = std::min(rapid_response, 1.0);
}

Fen paid_part(Fen claim, Fen claimed, Fen allowed) {
    if (claimed <= allowed) return claim;
    if (allowed <= 0 || claim <= 0) return 0;
    return static_cast<Fen>(Wide{claim} * Wide{allowed} / Wide{claimed});
}

} // namespace canopy
