#pragma once

#include "sim/world/world.hpp"

#include <chrono>
#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canopy {

/// A process decides on a frozen world, then applies its decision.
template<class P>
concept Process = requires(
    P const& process, World const& now, World& world, typename P::Decision& decision) {
    { P::key } -> std::convertible_to<std::string_view>;
    process.decide(now, decision);
    process.apply(decision, world);
};

/// The processes of a month, in their order. Decisions are kept from month to month so
/// that nothing is allocated once the buffers have grown.
class Schedule {
  public:
    template<Process P>
    void append(P process) {
        stages_.push_back(
            {std::string{P::key},
             0.0,
             [process = std::move(process),
              decision = typename P::Decision{}](World& world) mutable {
                 process.decide(world, decision);
                 process.apply(decision, world);
             }});
    }

    void run(World& world) {
        for (auto& stage : stages_) {
            auto const start = std::chrono::steady_clock::now();
            stage.run(world);
            stage.seconds =
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
                    .count();
        }
    }

    struct Stage {
        std::string name;
        double seconds = 0.0; ///< taken by the last run
        std::function<void(World&)> run;
    };

    [[nodiscard]] std::vector<Stage> const& stages() const { return stages_; }

  private:
    std::vector<Stage> stages_;
};

} // namespace canopy
