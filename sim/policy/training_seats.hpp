#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Training institutions teach more people out of work at a time.
/// Source: MODEL.md S12.
class TrainingSeats {
  public:
    static constexpr LeverKind kind = LeverKind::training_seats;
    static constexpr std::string_view key = "training_seats";
    static constexpr std::string_view name_zh = "培训席位";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"courses_passed", +1, 12};
    static constexpr LeverUnit unit{"seat-month", "席·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double seats = 500.0;
        double seat_cost = 24000.0;

        static void describe(auto&& field) {
            field(
                "seats",
                &Params::seats,
                Range{0.0, 1e6},
                "persons",
                Meaning{
                    "in courses at a time", "同时在训人数", "judgement: plan's dose 150 / 500 / 1,500"});
            field(
                "seat_cost",
                &Params::seat_cost,
                Range{0.0, 1e6},
                "yuan/year",
                Meaning{
                    "of a seat, four courses of 6,000 yuan", "每席年成本（四期，每期六千元）", "judgement"});
        }
    };

    explicit TrainingSeats(Params params)
        : params_{params} {}

    /// People served at once: there are no more than live in the district.
    static constexpr std::string_view people_key = "seats";

    [[nodiscard]] double people() const { return params_.seats; }

    [[nodiscard]] bool idle() const { return params_.seats <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        book.training_seats += offered(reach, world);
    }

    /// Seats this month.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.seats * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.seat_cost / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
