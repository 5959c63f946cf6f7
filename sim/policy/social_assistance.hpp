#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Pays more to people in need: basic, special and urgent assistance.
/// Source: MODEL.md S13.
class SocialAssistance {
  public:
    static constexpr LeverKind kind = LeverKind::social_assistance;
    static constexpr std::string_view key = "social_assistance";
    static constexpr std::string_view name_zh = "社会救助";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"security", +1, 12};
    static constexpr LeverUnit unit{"head-month", "人·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;
    static constexpr Account payee = Account::households;

    struct Params {
        double heads = 2500.0;
        double basic = 1400.0;
        double special = 600.0;
        double urgent = 400.0;

        static void describe(auto&& field) {
            field(
                "heads",
                &Params::heads,
                Range{0.0, 1e6},
                "persons",
                Meaning{
                    "helped",
                    "救助人数",
                    "judgement: plan's dose 1,000 / 2,500 / 6,000"});
            field(
                "basic",
                &Params::basic,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{"a head, basic", "基本救助（人均年）", "judgement"});
            field(
                "special",
                &Params::special,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{"a head, special", "专项救助（人均年）", "judgement"});
            field(
                "urgent",
                &Params::urgent,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{"a head, urgent", "急难救助（人均年）", "judgement"});
        }
    };

    explicit SocialAssistance(Params params)
        : params_{params} {}

    /// People served at once: there are no more than live in the district.
    static constexpr std::string_view people_key = "heads";

    [[nodiscard]] double people() const { return params_.heads; }

    [[nodiscard]] bool idle() const { return params_.heads <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const heads = offered(reach, world);
        std::array const yearly{params_.basic, params_.special, params_.urgent};
        for (std::size_t tier = 0; tier < n_assistance; ++tier)
            book.assistance[tier] += heads * yearly[tier] / 12.0;
    }

    /// People helped.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.heads * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * (params_.basic + params_.special + params_.urgent) / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
