#pragma once

#include "sim/base/month.hpp"
#include "sim/world/world.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canopy {

/// An equation between stocks and flows that holds every month, to the fen and the
/// head.
struct Identity {
    std::string name; ///< those of goods begin with `goods_`
    std::string unit;
    std::string en;
    std::string zh;
};

/// All identities, in their fixed order. Source: MODEL.md 6.
[[nodiscard]] std::span<Identity const> identities();

/// Both sides of an identity in one month; `value` is left less right.
struct Residual {
    std::string_view name;
    double value = 0.0;
    double left = 0.0;
    double right = 0.0;
};

/// Books the month's ledger into the accounts' balances, then compares all flows with
/// stocks; the residuals are in the order of identities().
[[nodiscard]] std::vector<Residual> close_month(World& world);

/// Throws InvariantError naming month, identity and both sides of the first that fails.
void require_closed(Month month, std::span<Residual const> residuals);

} // namespace canopy
