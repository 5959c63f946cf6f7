#pragma once

#include "sim/engine/lever_program.hpp"

#include <memory>
#include <utility>

namespace canopy {

/// The levers write what they offer this month into the policy book.
class LeverOffers {
  public:
    static constexpr std::string_view key = "lever_offers";

    struct Decision {};

    explicit LeverOffers(std::shared_ptr<LeverProgram> levers)
        : levers_{std::move(levers)} {}

    void decide(World const&, Decision&) const {}

    void apply(Decision const&, World& world) const { levers_->open(world); }

  private:
    std::shared_ptr<LeverProgram> levers_;
};

/// Operators of levers are paid, and what policy cost is noted.
class LeverBills {
  public:
    static constexpr std::string_view key = "lever_bills";

    struct Decision {};

    explicit LeverBills(std::shared_ptr<LeverProgram> levers)
        : levers_{std::move(levers)} {}

    void decide(World const&, Decision&) const {}

    void apply(Decision const&, World& world) const { levers_->close(world); }

  private:
    std::shared_ptr<LeverProgram> levers_;
};

} // namespace canopy
