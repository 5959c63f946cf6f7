#include "sim/kpi/tally.hpp"

#include "sim/base/parallel.hpp"

#include <algorithm>

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

void count_commuter(World const& world, PersonId person, CommuterTally& sum) {
    auto const& people = world.people;
    auto const employer = people.employer[person];
    if (employer == nobody) return;
    auto const lives = world.communities[people.community[person]].in_district;
    auto const works =
        employer == public_units
        || (is_firm(employer)
            && world.places[world.firms.place[FirmId{employer}]].in_district);
    sum.in += works && !lives ? 1 : 0;
    sum.out += lives && !works ? 1 : 0;
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
        .commuters = sum_rows<PersonId>(
            world.people.rows(),
            CommuterTally{},
            [&](CommuterTally& sum, PersonId person) {
                count_commuter(world, person, sum);
            })};
}

} // namespace canopy
