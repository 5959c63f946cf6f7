#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Opens school places in the communities that lack most.
/// Source: MODEL.md S13.
class SchoolPlaces {
  public:
    static constexpr LeverKind kind = LeverKind::school_places;
    static constexpr std::string_view key = "school_places";
    static constexpr std::string_view name_zh = "公办学位";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"service_level_by_service[school]", +1, 12};
    static constexpr LeverUnit unit{"place-month", "学位·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double seats = 1000.0;
        double place_cost = 20e3;

        static void describe(auto&& field) {
            field(
                "seats",
                &Params::seats,
                Range{0.0, 1e6},
                "seats",
                Meaning{
                    "school places", "学位数", "S06; plan's dose 300 / 1,000 / 2,500"});
            field(
                "place_cost",
                &Params::place_cost,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{
                    "of a place, capital included",
                    "每学位年成本（含建设）",
                    "judgement: 80,000 yuan + 15,000 a year"});
        }
    };

    explicit SchoolPlaces(Params params)
        : params_{params} {}

    /// People served at once: there are no more than live in the district.
    static constexpr std::string_view people_key = "seats";

    [[nodiscard]] double people() const { return params_.seats; }

    [[nodiscard]] bool idle() const { return params_.seats <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = resident_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place)
            book.service_capacity[place][index_of(Service::school)] +=
                parts[place] * offered(reach, world);
    }

    /// Places open this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.seats * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.place_cost / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
