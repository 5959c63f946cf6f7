#pragma once

#include "sim/base/id.hpp"
#include "sim/base/money.hpp"

#include <cstdint>
#include <vector>

namespace canopy {

/// How the zone fund holds a firm: first invest, then convert to shares 先投后股.
enum class StakeKind : std::uint8_t { convertible, equity, in_repayment };

/// What the zone fund put into one firm.
struct Stake {
    FirmId firm;
    Fen paid = 0; ///< less what was repaid
    double share = 0.0; ///< of the firm's equity, agreed when it was paid in
    double sales = 0.0; ///< of the firm's last twelve months then [yuan]
    std::int32_t since = 0; ///< month index
    StakeKind kind = StakeKind::convertible;
};

/// The zone as investor 泛投资机构. Its money is an account of the ledger; the pot
/// for guarantees is part of it. Source: MODEL.md S7.
struct ZoneFund {
    std::vector<Stake> stakes; ///< in the order in which they were paid in
    Fen guarantee_pot = 0;     ///< premiums less losses paid

    /// Stakes at cost.
    [[nodiscard]] Fen at_cost() const {
        Fen sum = 0;
        for (auto const& stake : stakes)
            sum += stake.paid;
        return sum;
    }
};

} // namespace canopy
