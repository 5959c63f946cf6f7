#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Which of the newly employed the official count knows: 城镇新增就业 is a count of
/// registrations, each person once a calendar year. Source: MODEL.md S12; both shares
/// are to be fitted to S05 and say nothing about work itself.
struct Registration {
    static constexpr std::string_view key = "registration";

    double own = 0.154;
    double arranged = 0.42;

    static void describe(auto&& field) {
        using P = Registration;
        field(
            "own",
            &P::own,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "of people who found work, or founded, by themselves",
                "自行就业或创业者的登记比例",
                "to be fitted to S05"});
        field(
            "arranged",
            &P::arranged,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "of people whom a station, agency or course brought to work",
                "经站点、机构或培训就业者的登记比例",
                "to be fitted to S05"});
    }

    [[nodiscard]] double of(Channel channel) const {
        return channel == Channel::own_search || channel == Channel::founding ? own
                                                                              : arranged;
    }
};

} // namespace canopy
