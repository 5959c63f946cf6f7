#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Stands in for entry and exit while links are grown before December 2022: now and
/// then a firm's partners become strangers to it and leave it. Source: MODEL.md 8;
/// without it friends and kin swell and then fall (prototype).
class Renewal {
  public:
    static constexpr std::string_view key = "renewal";

    struct Params {
        double probability = 0.0075;

        static void describe(auto&& field) {
            field(
                "probability",
                &Params::probability,
                Range{0.0, 0.1},
                "1/month",
                Meaning{
                    "share of firms renewed while the start is grown",
                    "建立期初关系时企业月更替比例",
                    "judgement: tried against the first year's drift of friends and kin"});
        }
    };

    using Decision = Column<FirmId, std::uint8_t>; ///< 1 = renewed this month

    explicit Renewal(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    Params params_;
};

} // namespace canopy
