#pragma once

#include "sim/rules/action_value.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// What partners and neighbours tell a firm about the actions they did last.
class Hearsay {
  public:
    /// `friend_factor` multiplies the trust in friends and kin; a park peer of the same
    /// sector counts as `peer_trust`.
    Hearsay(World const& now, FirmId firm, double friend_factor, double peer_trust);

    [[nodiscard]] rules::Reports const& of(Action action) const {
        return reports_[index_of(action)];
    }

  private:
    void listen(World const& now, FirmId teller, double trust);

    std::array<rules::Reports, n_actions> reports_{};
};

} // namespace canopy
