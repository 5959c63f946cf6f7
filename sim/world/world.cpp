#include "sim/world/world.hpp"

#include "sim/base/parallel.hpp"

namespace canopy {

namespace {

struct Opening {
    std::int64_t firms = 0;
    std::int64_t workers = 0;
    double output_stock = 0.0;
    double input_stock = 0.0;

    Opening& operator+=(Opening const& other) {
        firms += other.firms;
        workers += other.workers;
        output_stock += other.output_stock;
        input_stock += other.input_stock;
        return *this;
    }
};

} // namespace

void World::open_month() {
    ledger = {};
    use = {};
    events.clear();
    counts = {};
    auto const opening_stocks =
        sum_rows<FirmId>(firms.rows(), Opening{}, [&](Opening& sum, FirmId firm) {
            if (!firms.alive(firm)) return;
            sum.firms += 1;
            sum.workers += firms.workers[firm];
            sum.output_stock += firms.output_stock[firm];
            for (auto const stock : firms.input_stock[firm])
                sum.input_stock += stock;
        });
    counts.opening_firms = opening_stocks.firms;
    counts.opening_workers = opening_stocks.workers;
    counts.opening_people = number_of_people(people);
    counts.opening_output_stock = opening_stocks.output_stock;
    counts.opening_input_stock = opening_stocks.input_stock;
    balances.total_before = 0;
    for (auto const money : balances.money)
        balances.total_before += money;
    balances.bank_interest = 0;
    balances.bank_written_off = 0;
}

double World::wage_index(SectorId sector, PlaceId place) const {
    auto const& mix = sectors[sector.row()].skill_mix;
    double index = 0.0;
    for (std::size_t skill = 0; skill < n_skills; ++skill)
        index += mix[skill] * labour.wage_index[skill];
    return index * places[place].wage_index;
}

} // namespace canopy
