#include "machine.hpp"

#include "sim/base/column.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/id.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/random.hpp"
#include "sim/base/vector_math.hpp"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

namespace canopy::bench {

namespace {

double seconds_of(auto const& body) {
    auto const start = std::chrono::steady_clock::now();
    body();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Best of some repetitions: what the machine can do, not what its neighbours let it.
double best_of(int repetitions, auto const& body) {
    auto best = seconds_of(body);
    for (int again = 1; again < repetitions; ++again)
        best = std::min(best, seconds_of(body));
    return best;
}

struct PlainFirm {
    std::uint64_t id = 0;
    double share = 1.0;
    double price = 1.0;
    double quality = 0.5;
    std::vector<double> history = std::vector<double>(12, 1e6);
    std::vector<std::unique_ptr<double>> links;
};

double next_share(Luck const& luck, std::uint64_t id, double share, double price, double quality) {
    auto const fit = std::sqrt(quality) / (price * price);
    auto factor = 1.0 + 0.02 * (fit - 1.0);
    auto const draws = luck.block(id, Month{1}, Purpose::demand_shock);
    if (uniform(draws[0]) < 0.06) factor *= exp(0.24 * laplace(uniform(draws[1])));
    return share * factor;
}

} // namespace

double triad(int threads) {
    ThreadLimit const limit{threads};
    constexpr std::size_t rows = 8'000'000;
    using Row = Id<struct TriadTag>;
    Column<Row, double> a{rows};
    Column<Row, double> const b{rows, 1.0};
    Column<Row, double> const c{rows, 2.0};
    auto const seconds = best_of(5, [&] {
        for_each_row<Row>(rows, [&](Row row) { a[row] = b[row] + 3.0 * c[row]; });
    });
    return 3.0 * sizeof(double) * rows / seconds;
}

double gathers(int threads, std::size_t bytes) {
    ThreadLimit const limit{threads};
    constexpr std::size_t reads = 8'000'000;
    using Row = Id<struct GatherTag>;
    auto const rows = bytes / sizeof(std::uint64_t);
    Column<Row, std::uint64_t> const table{rows, 1};
    Column<Row, std::uint64_t> sums{reads / 1024};
    auto const seconds = best_of(3, [&] {
        for_each_row<Row>(reads / 1024, [&](Row chunk) {
            std::uint64_t sum = 0;
            for (std::uint64_t read = 0; read < 1024; ++read)
                sum += table[Row{scramble(chunk.row() * 1024 + read) % rows}];
            sums[chunk] = sum;
        });
    });
    return reads / seconds;
}

double plain_objects(std::size_t firms) {
    std::vector<std::unique_ptr<PlainFirm>> zone;
    for (std::size_t at = 0; at < firms; ++at) {
        zone.push_back(std::make_unique<PlainFirm>());
        zone.back()->id = scramble(at + 1);
        for (int link = 0; link < 8; ++link)
            zone.back()->links.push_back(std::make_unique<double>(1.0));
    }
    Luck const luck{1};
    auto const seconds = best_of(3, [&] {
        for (auto const& firm : zone)
            firm->share =
                next_share(luck, firm->id, firm->share, firm->price, firm->quality);
    });
    return static_cast<double>(firms) / seconds;
}

double columns(std::size_t firms) {
    Column<FirmId, std::uint64_t> id{firms};
    Column<FirmId, double> share{firms, 1.0};
    Column<FirmId, float> const price{firms, 1.0F};
    Column<FirmId, float> const quality{firms, 0.5F};
    for (std::size_t at = 0; at < firms; ++at)
        id[FirmId{at}] = scramble(at + 1);
    Luck const luck{1};
    ThreadLimit const limit{1};
    auto const seconds = best_of(3, [&] {
        for_each_row<FirmId>(firms, [&](FirmId firm) {
            share[firm] = next_share(
                luck,
                id[firm],
                share[firm],
                static_cast<double>(price[firm]),
                static_cast<double>(quality[firm]));
        });
    });
    return static_cast<double>(firms) / seconds;
}

} // namespace canopy::bench
