#pragma once

#include "sim/process/local_draw.hpp"

#include <span>
#include <vector>

namespace canopy {

/// Suppliers that other customers of one's own suppliers use.
class Referrals {
  public:
    /// Asks along my supplier → its customer → that customer's suppliers, for all draws
    /// step by step.
    void follow(World const& now, std::span<LocalDraw* const> draws);

  private:
    struct Walk {
        LocalDraw* draw;
        FirmId at; ///< my supplier, then its other customer
        std::uint32_t const* sale = nullptr;
        std::uint32_t start = 0;
    };

    std::vector<Walk> walks_;
};

} // namespace canopy
