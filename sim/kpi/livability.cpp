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
        by("community",
           key,
           "1",
           meaning,
           [part](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t row = 0; row < into.size(); ++row)
                   into[row] = row < world.communities.n_district
                                   ? part(world.communities.rows[row])
                                   : std::numeric_limits<double>::quiet_NaN();
           }));
}

double waiting(World const& world, Tally const&) {
    return sum_of(world.communities.mean_waiting) / static_cast<double>(n_counterparts);
}

/// Sum over the district's communities.
double district(
    World const& world,
    std::array<double, n_services> Community::*of,
    std::size_t service) {
    double sum = 0.0;
    for (std::size_t row = 0; row < world.communities.n_district; ++row)
        sum += (world.communities.rows[row].*of)[service];
    return sum;
}

/// Places to a person who needs one: capacity over need, in the service's own unit.
Measure places_per_head(std::string_view key, Service service, Meaning meaning) {
    return total(key, "1", meaning, [service](World const& world, Tally const&) {
        return ratio(
            district(world, &Community::open, index_of(service)),
            district(world, &Community::need, index_of(service)));
    });
}

/// The district's capacity or need of each service.
Measure by_service(
    std::string_view key,
    std::array<double, n_services> Community::*of,
    Meaning meaning) {
    return by(
        "service",
        key,
        "own unit",
        meaning,
        [of](World const& world, Tally const&, std::span<double> into) {
            for (std::size_t service = 0; service < into.size(); ++service)
                into[service] = district(world, of, service);
        });
}

/// What the district's services hold.
void add_places(Measures& all) {
    all.push_back(by_service(
        "service_capacity",
        &Community::open,
        {"open this month: school, child-care, elder-care places, people that clinics "
         "can "
         "serve, flats, buses, events a year, officers in communities, environments as "
         "good as the mean",
         "本月服务能力（各项自有单位）",
         "MODEL.md S13"}));
    all.push_back(by_service(
        "service_need",
        &Community::need,
        {"what the district's people need, in the units of service_capacity",
         "本月服务需求（各项自有单位）",
         "MODEL.md S13"}));
    all.push_back(places_per_head(
        "school_places_per_pupil",
        Service::school,
        {"school places for a child of 6-15", "每名学龄儿童学位数", "MODEL.md S13"}));
    all.push_back(places_per_head(
        "care_places_per_child",
        Service::child_care,
        {"places for a child under six who needs one",
         "每名需入园入托儿童园托位数",
         "MODEL.md S13"}));
    all.push_back(places_per_head(
        "care_places_per_elder",
        Service::elder_care,
        {"places for an elder who needs one",
         "每名需养老服务老人服务位数",
         "MODEL.md S13"}));
}

} // namespace

Measures livability_measures() {
    Measures all;
    add(all,
        "livability",
        {"services of a community, weighted; the district's mean of December 2022 = 1",
         "宜居度（2022年12月均值=1）",
         "MODEL.md S13"},
        [](Community const& community) { return community.livability; });
    add(all,
        "gain",
        {"livability above what people are used to, in logs",
         "居民获得感",
         "MODEL.md S13"},
        [](Community const& community) { return community.gain; });
    add(all,
        "happiness",
        {"level of livability", "居民幸福感", "MODEL.md S13"},
        [](Community const& community) { return community.happiness; });
    add(all,
        "security",
        {"work, safety net and governance, December 2022 = 1",
         "居民安全感",
         "MODEL.md S13"},
        [](Community const& community) { return community.security; });
    all.push_back(
        by("service",
           "service_level",
           "1",
           {"level of a service, the district's mean of December 2022 = 1",
            "服务水平",
            "MODEL.md S13"},
           [](World const& world, Tally const&, std::span<double> into) {
               for (std::size_t service = 0; service < into.size(); ++service)
                   into[service] = mean(world, [service](Community const& community) {
                       return community.level[service];
                   });
           }));
    add_places(all);
    all.push_back(total(
        "good_air_share",
        "1",
        {"share of days with good air", "空气优良天数比例", "S13"},
        [](World const& world, Tally const&) { return world.communities.good_air; }));
    all.push_back(total(
        "good_water_share",
        "1",
        {"share of samples with good water", "水质达标比例", "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.communities.good_water; }));
    Meaning const wait{
        "time that enterprises and people wait at the counterparts, December 2022 = 1",
        "办事等待时间（2022年12月=1）",
        "MODEL.md S13"};
    all.push_back(total("waiting_time", "1", wait, waiting));
    all.push_back(
        by("counterpart",
           "waiting_time",
           "1",
           wait,
           [](World const& world, Tally const&, std::span<double> into) {
               copy_to(into, world.communities.mean_waiting);
           }));
    all.push_back(total(
        "firm_gain",
        "1",
        {"margin and orders of enterprises above what they are used to, mean",
         "企业获得感",
         "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.counts.firm_gain; }));
    all.push_back(total(
        "firm_happiness",
        "1",
        {"short waiting at the counterparts and services around, December 2022 = 1, "
         "mean",
         "企业幸福感",
         "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.counts.firm_happiness; }));
    all.push_back(total(
        "firm_security",
        "1",
        {"bills that are paid, orders that are served, the safety net of the staff, "
         "December 2022 = 1, mean",
         "企业安全感",
         "MODEL.md S13"},
        [](World const& world, Tally const&) { return world.counts.firm_security; }));
    all.push_back(total(
        "firm_satisfaction",
        "1",
        {"of enterprises with the zone, from the three senses; .5 is usual, mean",
         "企业满意度",
         "MODEL.md S13"},
        [](World const& world, Tally const&) {
            return world.counts.firm_satisfaction;
        }));
    return all;
}

} // namespace canopy
