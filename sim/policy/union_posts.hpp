#pragma once

#include "sim/policy/lever.hpp"

namespace canopy {

/// Keeps union stations in parks and rest posts for drivers and riders.
/// Source: MODEL.md S13.
class UnionPosts {
  public:
    static constexpr LeverKind kind = LeverKind::union_posts;
    static constexpr std::string_view key = "union_posts";
    static constexpr std::string_view name_zh = "工会驿站";
    static constexpr System system = System::friendly;
    static constexpr Aim aim{"security", +1, 12};
    static constexpr LeverUnit unit{"post-month", "站·月"};
    static constexpr Metering metering = Metering::capacity;
    static constexpr bool by_place = true;

    struct Params {
        double posts = 39.0;
        double post_cost = 60e3;

        static void describe(auto&& field) {
            field(
                "posts",
                &Params::posts,
                Range{0.0, 1e5},
                "posts",
                Meaning{"stations and rest posts", "站点数", "S19"});
            field(
                "post_cost",
                &Params::post_cost,
                Range{0.0, 1e7},
                "yuan/year",
                Meaning{"of a post", "每站年成本", "judgement"});
        }
    };

    explicit UnionPosts(Params params)
        : params_{params} {}

    [[nodiscard]] bool idle() const { return params_.posts <= 0.0; }

    void write(Reach const& reach, World const& world, PolicyBook& book) const {
        book.union_posts += offered(reach, world);
    }

    /// Posts open.
    [[nodiscard]] double offered(Reach const& reach, World const& world) const {
        return reach.strength * params_.posts * world.scale;
    }

    [[nodiscard]] double operation(double used, Reach const&, World const&) const {
        return used * params_.post_cost / 12.0;
    }

  private:
    Params params_;
};

} // namespace canopy
