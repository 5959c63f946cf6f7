#include "sim/kpi/livability.hpp"

#include <limits>

namespace canopy {

namespace {

/// Mean over the district's people.
template<class Part>
double mean(World const& world, Part const& part) {
    double sum = 0.0;
    double people = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row) {
        auto const& community = world.communities.rows[row];
        sum += community.population() * part(community);
        people += community.population();
    }
    return ratio(sum, people);
}

/// A measure of the district and of each community; the sides have no services.
template<class Part>
void add(Measures& all, std::string_view key, Meaning meaning, Part const& part) {
    all.push_back(total(key, "1", meaning, [part](World const& world, Tally const&) {
        return mean(world, part);
    }));
    all.push_back(
        by("community", key, "1", meaning,
           [part](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t row = 0; row < into.size(); ++row)
                   into[row] = row < world.communities.n_district
                                   ? part(world.communities.rows[row])
                                   : std::numeric_limits<double>::quiet_NaN();
           }));
}

double waiting(World const& world, Tally const&) {
    double sum = 0.0;
    for (auto const time : world.communities.waiting)
        sum += time / static_cast<double>(n_counterparts);
    return sum;
}

} // namespace

Measures livability_measures() {
    Measures all;
    add(all, "livability",
        {"services of a community, weighted; the district's mean of December 2022 = 1",
         "宜居度（2022年12月均值=1）", "MODEL.md S13"},
        [](Community const& community) { return community.livability; });
    add(all, "gain",
        {"livability above what people are used to, in logs", "居民获得感", "MODEL.md S13"},
        [](Community const& community) { return community.gain; });
    add(all, "happiness", {"level of livability", "居民幸福感", "MODEL.md S13"},
        [](Community const& community) { return community.happiness; });
    add(all, "security",
        {"work, safety net and governance, December 2022 = 1", "居民安全感",
         "MODEL.md S13"},
        [](Community const& community) { return community.security; });
    all.push_back(
        by("service", "service_level", "1",
           {"level of a service, the district's mean of December 2022 = 1", "服务水平",
            "MODEL.md S13"},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t service = 0; service < into.size(); ++service)
                   into[service] = mean(world, [service](Community const& community) {
                       return community.level[service];
                   });
           }));
    all.push_back(total(
        "good_air_share", "1", {"share of days with good air", "空气优良天数比例", "S13"},
        [](World const& world, Tally const&) { return world.communities.good_air; }));
    Meaning const wait{
        "time that enterprises and people wait at the counterparts, December 2022 = 1",
        "办事等待时间（2022年12月=1）", "MODEL.md S13"};
    all.push_back(total("waiting_time", "1", wait, waiting));
    all.push_back(by(
        "counterpart", "waiting_time", "1", wait,
        [](World const& world, Tally const&, std::span<double> into) {
            copy_to(into, world.communities.waiting);
        }));
    all.push_back(total(
        "firm_gain", "1",
        {"mean margin of enterprises above what they are used to", "企业获得感",
         "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.counts.firm_gain; }));
    all.push_back(total(
        "firm_happiness", "1",
        {"ease of dealing with the counterparts, 1 / waiting", "企业幸福感",
         "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.counts.firm_happiness; }));
    all.push_back(total(
        "firm_security", "1",
        {"credit and customers that hold", "企业安全感", "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.counts.firm_security; }));
    return all;
}

} // namespace canopy
