#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Equips the parks 特色园区: room for more users of each of the five services, and pilot
/// and test lines for what firms want to try. Source: MODEL.md S6.
class SpecialisedPark {
  public:
    static constexpr LeverKind kind = LeverKind::specialised_park;
    static constexpr std::string_view key = "specialised_park";
    static constexpr std::string_view name_zh = "特色园区";
    static constexpr System system = System::professional;
    static constexpr Aim aim{"actions", +1, 24};
    static constexpr LeverUnit unit{"user-month", "人次"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        std::array<double, n_park_services> users{100.0, 30.0, 20.0, 50.0, 50.0};
        double lines = 2.0;
        double user_month = 600.0;
        double line_year = 6.5e6;

        static void describe(auto&& field) {
            field(
                "users",
                &Params::users,
                Range{0.0, 1e5},
                "1/month",
                Meaning{
                    "users that each service can take besides: enterprise_service, "
                    "innovation, production_support, human_resources, digital",
                    "各项服务每月可增加的用户：企业服务、科技创新、生产配套、人力资源、数字赋能",
                    "judgement"});
            field(
                "lines",
                &Params::lines,
                Range{0.0, 1000.0},
                "1",
                Meaning{
                    "pilot and test lines, 50 users of production support each",
                    "中试与检测线（每条服务50户生产配套）",
                    "judgement: plan's dose 1 / 2 / 5"});
            field(
                "user_month",
                &Params::user_month,
                Range{0.0, 1e6},
                "yuan",
                Meaning{"cost of room for one user", "每个用户名额月成本", "judgement"});
            field(
                "line_year",
                &Params::line_year,
                Range{0.0, 1e9},
                "yuan/year",
                Meaning{"cost of a line, capital included", "每条线年成本（含投资）",
                        "judgement"});
        }
    };

    explicit SpecialisedPark(Params const& params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return all_users() + params_.lines <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        auto const parts = place_parts(reach, world);
        for (std::size_t place = 0; place < world.n_zone_places(); ++place) {
            auto const here = reach.in_place[place] * parts[place] * world.scale;
            for (std::size_t service = 0; service < n_park_services; ++service)
                book.park_users[place][service] += here * params_.users[service];
            book.park_users[place]
                           [static_cast<std::size_t>(ParkService::production_support)] +=
                here * params_.lines * users_of_line;
        }
    }

    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * world.scale
               * (all_users() + users_of_line * params_.lines);
    }

    [[nodiscard]] double
    operation(double, Reach const& reach, World const& world) const {
        return reach.strength * world.scale
               * (all_users() * params_.user_month
                  + params_.lines * params_.line_year / 12.0);
    }

  private:
    static constexpr double users_of_line = 50.0; ///< of production support

    [[nodiscard]] double all_users() const {
        double sum = 0.0;
        for (auto const users : params_.users)
            sum += users;
        return sum;
    }

    Params params_;
};

} // namespace canopy
