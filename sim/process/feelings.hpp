#pragma once

#include "sim/rules/senses.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// What people of each community and each enterprise feel: gain, happiness, security.
/// Gain is a pulse that fades as one gets used to it, happiness a level.
/// Source: MODEL.md S13.
class Feelings {
  public:
    static constexpr std::string_view key = "senses";
    using Params = rules::Senses;

    struct Sums {
        double gain = 0.0;
        double happiness = 0.0;
        double security = 0.0;
        double satisfaction = 0.0;
        double emissions = 0.0;
        double wastewater = 0.0;
        double firms = 0.0;

        Sums& operator+=(Sums const& other) {
            gain += other.gain;
            happiness += other.happiness;
            security += other.security;
            satisfaction += other.satisfaction;
            emissions += other.emissions;
            wastewater += other.wastewater;
            firms += other.firms;
            return *this;
        }
    };

    struct Decision {
        Column<FirmId, float> usual_margin;
        Column<FirmId, float> usual_orders;
        Column<FirmId, float> satisfaction;
        Sums sums;
        std::array<double, max_places> firm_happiness{};
        double safety_net = 1.0;
    };

    explicit Feelings(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision& decision, World& world) const;

    /// Firms of December 2022 are used to their margins and orders, people to their
    /// work.
    void open(World& world) const;

  private:
    void feel(World const& now, FirmId firm, Decision& into, Sums& sums) const;
    [[nodiscard]] double safety_net(World const& now) const;

    Params params_;
};

} // namespace canopy
