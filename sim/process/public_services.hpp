#pragma once

#include "sim/process/environment_quality.hpp"
#include "sim/process/livability_rules.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Services of each community meet the needs of its people; what policy opens goes to
/// communities below the floor first, then to where most is missing. From them
/// livability of communities and of parks. Source: MODEL.md S13 (weights, needs
/// judgement).
class PublicServices {
  public:
    static constexpr std::string_view key = "public_services";
    using Params = LivabilityRules;
    using ByService = LivabilityRules::ByService;

    struct Decision {
        ByService grown{}; ///< factor on what stays, since December 2022
        std::array<ByService, max_communities> need{};
        std::array<ByService, max_communities> open{};
        std::array<ByService, max_communities> built{}; ///< stays
        std::array<ByService, max_communities> level{};
        std::array<double, max_communities> livability{};
        std::array<double, max_places> of_place{};
        EnvironmentQuality quality;
    };

    explicit PublicServices(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

    /// Sets the capacities of December 2022 from the communities' coverage.
    void open(World& world) const;

  private:
    void take_stock(World const& now, Decision& into) const;
    void build(World const& now, Decision& into) const;
    void share_out(World const& now, std::size_t service, Decision& into) const;
    void pool_beds(World const& now, Decision& into) const;
    void set_levels(World const& now, Decision& into) const;

    Params params_;
};

} // namespace canopy
