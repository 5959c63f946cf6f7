#include "sim/kpi/tally.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>
#include <vector>

namespace canopy {

namespace {

template<class Values>
void add(Values& into, Values const& from) {
    for (std::size_t index = 0; index < into.size(); ++index)
        into[index] += from[index];
}

void count_firm(World const& world, FirmId firm, FirmTally& sum) {
    auto const& firms = world.firms;
    if (!firms.alive(firm)) return;
    auto const sector = firms.sector[firm].row();
    auto const place = firms.place[firm].row();
    ++sum.firms_of_kind[index_of(firms.kind[firm])];
    ++sum.firms[sector];
    ++sum.firms_in[place];
    sum.born_in[place] += firms.birth[firm] == world.month.index() ? 1 : 0;
    auto const workers = firms.workers[firm];
    sum.workers[sector] += workers;
    sum.workers_in[place] += workers;
    sum.loss_makers += firms.margin_12m[firm] < 0.0F ? 1 : 0;
    sum.digital += firms.digital_level[firm] > 0 ? 1 : 0;
    sum.green += firms.done(firm, Action::green_power) ? 1 : 0;

    auto const revenue = firms.revenue[firm];
    sum.revenue[sector] += revenue;
    sum.revenue_in[place] += revenue;
    sum.cash += firms.cash[firm];
    sum.loans += firms.loan[firm];

    auto const price = static_cast<double>(firms.price[firm]);
    auto const output = firms.output[firm];
    sum.output += output;
    sum.output_value[sector] += output * price;
    if (revenue > 0 && price > 0.0) {
        auto const units = yuan(revenue) / price;
        double cost = 0.0;
        for (std::size_t term = 0; term < n_terms; ++term) {
            auto const amount =
                units * static_cast<double>(firms.unit_cost[firm][term]);
            sum.cost_of[term] += amount;
            cost += amount;
        }
        sum.cost[sector] += cost;
    }
    if (firms.above_scale[firm] != 0) {
        ++sum.above_scale_in[place];
        if (world.places.rows[place].in_district)
            sum.count_sales(firms.revenue_12m(firm));
    }
}

void count_link(Link const& link, LinkTally& sum) {
    auto const live = link.dead() ? 0 : 1;
    auto const local = link.seller.in_zone() ? live : 0;
    sum.local[index_of(link.tier)] += local;
    sum.outside += live - local;
}

LinkTally count_links(World const& world) {
    auto const all = world.links.all();
    auto sum =
        sum_rows<LinkId>(all.size(), LinkTally{}, [&](LinkTally& part, LinkId link) {
            count_link(all[link.row()], part);
        });
    for (auto const& pending : world.pending_links)
        count_link(pending.link, sum);
    return sum;
}

/// Where somebody works; both bits are 0 for who does not.
constexpr std::uint8_t in_district = 1;
constexpr std::uint8_t elsewhere = 2;

std::uint8_t side_of(bool district) {
    return district ? in_district : elsewhere;
}

/// Sides of the district's border by employer and by home, so that nobody's employer
/// and community need be read for them.
class Sides {
  public:
    explicit Sides(World const& world)
        : works_(first_firm + world.firms.rows()) {
        works_[row_of(outside_employers)] = elsewhere;
        works_[row_of(public_units)] = in_district;
        auto const& firms = world.firms;
        for_each_row<FirmId>(firms.rows(), [&](FirmId firm) {
            if (firms.alive(firm)) {
                works_[first_firm + firm.row()] =
                    side_of(world.places[firms.place[firm]].in_district);
            }
        });
        for (std::size_t row = 0; row < world.communities.size(); ++row)
            lives_[row] = side_of(world.communities.rows[row].in_district);
    }

    void count(People const& people, PersonId person, CommuterTally& sum) const {
        auto const works = works_[row_of(people.employer[person])];
        auto const lives = lives_[people.community[person].row()];
        sum.in += works & (lives >> 1U) & 1U;
        sum.out += (works >> 1U) & lives & 1U;
    }

  private:
    /// The three that are no enterprises come first: their numbers are the highest.
    static constexpr std::size_t first_firm = 3;

    static std::size_t row_of(Employer employer) {
        return static_cast<Employer>(employer - outside_employers);
    }

    std::vector<std::uint8_t> works_;
    std::array<std::uint8_t, 256> lives_{};
};

CommuterTally count_commuters(World const& world) {
    Sides const sides{world};
    return sum_rows<PersonId>(
        world.people.rows(), CommuterTally{}, [&](CommuterTally& sum, PersonId person) {
            sides.count(world.people, person, sum);
        });
}

} // namespace

void FirmTally::count_sales(double sales) {
    district_above_scale_sales += sales;
    for (auto& place : largest_sales)
        if (sales > place) std::swap(sales, place);
}

FirmTally& FirmTally::operator+=(FirmTally const& other) {
    add(firms_of_kind, other.firms_of_kind);
    add(firms, other.firms);
    add(firms_in, other.firms_in);
    add(born_in, other.born_in);
    add(above_scale_in, other.above_scale_in);
    add(workers, other.workers);
    add(workers_in, other.workers_in);
    loss_makers += other.loss_makers;
    digital += other.digital;
    green += other.green;
    add(revenue, other.revenue);
    add(revenue_in, other.revenue_in);
    cash += other.cash;
    loans += other.loans;
    output += other.output;
    add(output_value, other.output_value);
    add(cost, other.cost);
    add(cost_of, other.cost_of);
    auto const sales = district_above_scale_sales + other.district_above_scale_sales;
    for (auto const large : other.largest_sales)
        count_sales(large);
    district_above_scale_sales = sales;
    return *this;
}

LinkTally& LinkTally::operator+=(LinkTally const& other) {
    add(local, other.local);
    outside += other.outside;
    return *this;
}

CommuterTally& CommuterTally::operator+=(CommuterTally const& other) {
    in += other.in;
    out += other.out;
    return *this;
}

Tally take_tally(World const& world) {
    return {
        .firms = sum_rows<FirmId>(
            world.firms.rows(),
            FirmTally{},
            [&](FirmTally& sum, FirmId firm) { count_firm(world, firm, sum); }),
        .links = count_links(world),
        .commuters = count_commuters(world)};
}

} // namespace canopy
