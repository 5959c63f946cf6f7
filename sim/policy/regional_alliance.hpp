#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// An alliance with the neighbouring zones 区域产业生态联盟: its members meet suppliers of the
/// city and the province with less distrust and less trouble of distance. What the
/// alliance wins may be lost by the zone's own suppliers. Source: MODEL.md S3.
class RegionalAlliance {
  public:
    static constexpr LeverKind kind = LeverKind::regional_alliance;
    static constexpr std::string_view key = "regional_alliance";
    static constexpr std::string_view name_zh = "区域产业生态联盟";
    static constexpr System system = System::open;
    static constexpr Aim aim{"local_supply_ratio_by_ring[province]", +1, 24};
    static constexpr LeverUnit unit{"alliance-year", "联盟年"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double strength = 1.0;
        double members = 1000.0;
        double year = 4e6;

        static void describe(auto&& field) {
            field(
                "strength",
                &Params::strength,
                Range{0.0, 1.0},
                "1",
                Meaning{
                    "1 takes away half of a member's distrust and trouble of distance",
                    "联盟力度：最多减少一半的陌生壁垒与距离阻力",
                    "judgement: plan's dose 0 / 1 / 1"});
            field(
                "members",
                &Params::members,
                Range{0.0, 1e6},
                "firms",
                Meaning{"companies that take part", "参加联盟的企业数", "judgement"});
            field(
                "year",
                &Params::year,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{"cost of a whole alliance", "联盟年成本", "judgement"});
        }
    };

    explicit RegionalAlliance(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.strength * params_.members <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const companies =
            world.around.firms_of_kind[index_of(FirmKind::company)];
        book.alliance_members = std::min(
            1.0,
            book.alliance_members
                + params_.members * world.scale / std::max(1.0, companies));
        for (std::size_t row = 0; row < world.places.size(); ++row) {
            auto const ring = world.places[PlaceId{row}].ring;
            if (ring != Ring::city && ring != Ring::province) continue;
            book.alliance[row] =
                std::min(1.0, book.alliance[row] + reach.strength * params_.strength);
        }
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale * params_.strength / 12.0;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.year;
    }

  private:
    Params params_;
};

} // namespace canopy
