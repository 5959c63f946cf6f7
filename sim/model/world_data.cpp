#include "sim/model/world_data.hpp"

#include "sim/base/vector_math.hpp"
#include "sim/io/csv_file.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace canopy {

namespace {

using io::CsvFile;

constexpr std::array<std::string_view, 4> all_rings{
    "zone", "city", "province", "beyond"};

std::vector<Sector> read_sectors(CsvFile const& file) {
    std::vector<Sector> sectors;
    if (file.rows() > max_sectors)
        file.reject(max_sectors, "is one sector too many", "行业过多");
    for (std::size_t row = 0; row < file.rows(); ++row) {
        auto const number = [&](std::string_view column) {
            return file.number(row, column);
        };
        Sector sector;
        sector.code = file.text(row, "code");
        sector.name = file.text(row, "name");
        sector.name_zh = file.text(row, "name_zh");
        sector.linked = file.flag(row, "linked");
        sector.industry = file.flag(row, "industry");
        sector.stores_output = file.flag(row, "stores_output");
        sector.high_tech = file.flag(row, "high_tech");
        sector.market =
            file.text(row, "market") == "outside" ? Market::outside : Market::local;
        sector.output_per_worker = number("output_per_worker_yuan");
        sector.space_per_worker = number("space_per_worker_m2");
        sector.rent = number("rent_yuan_m2_month");
        sector.wastewater = number("wastewater_m3_10k_yuan") / 1e4;
        sector.above_scale_line = number("above_scale_line_yuan");
        sector.local_market_share = number("local_market_share");
        sector.household_share = number("household_share");
        sector.household_local = number("household_local_share");
        sector.individual_share = number("individual_share");
        sector.company_share = number("company_share");
        sector.skill_mix = {
            number("skill_low"), number("skill_middle"), number("skill_high")};
        sector.opening_places = {
            number("place_hexi"),
            number("place_tianxin"),
            number("place_dongjiaduan"),
            number("place_rest_of_district")};
        sectors.push_back(std::move(sector));
    }
    return sectors;
}

Technology read_technology(CsvFile const& file, std::vector<Sector>& sectors) {
    auto const n = sectors.size();
    if (file.rows() != n + 4) {
        file.reject(
            0, "does not have a row per sector and four of value added", "行数不符");
    }
    auto const size = static_cast<Eigen::Index>(n);
    Technology technology;
    technology.coefficients = Eigen::MatrixXd{size, size};
    for (auto* row :
         {&technology.labour,
          &technology.product_tax,
          &technology.depreciation,
          &technology.surplus})
        row->resize(size);
    for (std::size_t user = 0; user < n; ++user) {
        auto const column = static_cast<Eigen::Index>(user);
        for (std::size_t good = 0; good < n; ++good)
            technology.coefficients(static_cast<Eigen::Index>(good), column) =
                file.number(good, sectors[user].code);
        technology.labour[column] = file.number(n, sectors[user].code);
        technology.product_tax[column] = file.number(n + 1, sectors[user].code);
        technology.depreciation[column] = file.number(n + 2, sectors[user].code);
        technology.surplus[column] = file.number(n + 3, sectors[user].code);
        sectors[user].wage =
            technology.labour[column] * sectors[user].output_per_worker;
    }
    return technology;
}

Places read_places(CsvFile const& file) {
    Places places;
    if (file.rows() > max_places)
        file.reject(max_places, "is one place too many", "地点过多");
    for (std::size_t row = 0; row < file.rows(); ++row) {
        Place place;
        place.name = file.text(row, "name");
        place.name_zh = file.text(row, "name_zh");
        place.in_district = file.flag(row, "in_district");
        place.in_zone = file.flag(row, "in_zone");
        place.park = file.flag(row, "park");
        auto const ring =
            std::find(all_rings.begin(), all_rings.end(), file.text(row, "ring"));
        if (ring == all_rings.end())
            file.reject(row, "has an unknown ring", "圈层未知");
        place.ring = static_cast<Ring>(ring - all_rings.begin());
        place.x_km = file.number(row, "x_km");
        place.y_km = file.number(row, "y_km");
        place.wage_index = file.number(row, "wage_index");
        place.rent_index = file.number(row, "rent_index");
        place.land_price = file.number(row, "land_yuan_m2");
        place.power_index = file.number(row, "power_index");
        place.market_access = file.number(row, "market_access");
        place.supplier_weight = file.number(row, "supplier_weight");
        places.rows.push_back(std::move(place));
    }
    return places;
}

std::vector<Cluster>
read_clusters(CsvFile const& file, std::vector<Sector> const& sectors) {
    std::vector<Cluster> clusters;
    for (std::size_t row = 0; row < file.rows(); ++row) {
        Cluster cluster{file.text(row, "cluster"), file.text(row, "name_zh"), {}};
        std::istringstream codes{file.text(row, "sectors")};
        for (std::string code; codes >> code;) {
            auto const found =
                std::find_if(sectors.begin(), sectors.end(), [&](auto const& s) {
                    return s.code == code;
                });
            if (found == sectors.end()) {
                file.reject(
                    row, "names the unknown sector " + code, "包含未知行业 " + code);
            }
            cluster.sectors.push_back(
                SectorId{static_cast<std::size_t>(found - sectors.begin())});
        }
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

Communities read_communities(CsvFile const& file, Places const& places) {
    Communities communities;
    if (file.rows() > max_communities)
        file.reject(max_communities, "is one community too many", "社区过多");
    for (std::size_t row = 0; row < file.rows(); ++row) {
        auto const number = [&](std::string_view column) {
            auto const value = file.number(row, column);
            if (value < 0.0) {
                auto const name = std::string{column};
                file.reject(row, "has a negative " + name, name + " 为负数");
            }
            return value;
        };
        Community community;
        community.name = file.text(row, "community");
        community.name_zh = file.text(row, "name_zh");
        auto const& at = file.text(row, "place");
        auto const place = std::find_if(
            places.rows.begin(), places.rows.end(), [&](Place const& known) {
                return known.name == at;
            });
        if (place == places.rows.end())
            file.reject(row, "lies in the unknown place " + at, "所在地点未知：" + at);
        community.place =
            PlaceId{static_cast<std::size_t>(place - places.rows.begin())};
        community.in_district = place->in_district;
        community.opening_people = number("residents");
        for (std::size_t service = 0; service < n_services; ++service)
            community.coverage[service] = number(service_names[service]);
        if (community.in_district && communities.n_district < row) {
            file.reject(
                row,
                "is of the district but follows one that is not",
                "本区社区应排在区外之前");
        }
        communities.n_district += community.in_district ? 1 : 0;
        communities.rows.push_back(std::move(community));
    }
    return communities;
}

} // namespace

void set_distances(Places& places, double freight_level) {
    constexpr double within_park = 2.0;
    constexpr double within_zone = 6.0;
    constexpr double within_outside = 10.0;
    for (std::size_t from = 0; from < places.size(); ++from)
        for (std::size_t to = 0; to < places.size(); ++to) {
            auto const& a = places.rows[from];
            auto const& b = places.rows[to];
            auto const dx = a.x_km - b.x_km;
            auto const dy = a.y_km - b.y_km;
            auto const within = a.park      ? within_park
                                : a.in_zone ? within_zone
                                            : within_outside;
            auto const km = from == to ? within : std::sqrt(dx * dx + dy * dy);
            places.km[from][to] = km;
            places.log_distance[from][to] = log(1.0 + km / 10.0);
            places.freight[from][to] = 0.02 + 0.02 * places.log_distance[from][to];
            places.log_landed[from][to] =
                log(1.0 + freight_level * places.freight[from][to]);
        }
}

void read_world_data(WorldFiles const& files, double freight, World& world) {
    world.sectors = read_sectors(CsvFile{files.sectors});
    world.technology = read_technology(CsvFile{files.coefficients}, world.sectors);
    world.clusters = read_clusters(CsvFile{files.clusters}, world.sectors);
    make_recipes(world.technology, world.sectors);
    world.places = read_places(CsvFile{files.places});
    std::size_t zone = 0;
    while (zone < world.places.size() && world.places.rows[zone].in_zone)
        ++zone;
    world.set_zone_places(zone);
    world.communities = read_communities(CsvFile{files.communities}, world.places);
    set_distances(world.places, freight);
    world.outside.import_price.fill(1.0);
}

} // namespace canopy
