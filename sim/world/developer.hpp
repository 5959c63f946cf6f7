#pragma once

#include "sim/base/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace canopy {

/// Where the state developer's income comes from: its four businesses and what the
/// public pays it.
enum class DeveloperLine : std::uint8_t {
    land,             ///< industrial and residential land
    rent,             ///< of parks and factories
    industry_service, ///< fees for services to enterprises
    industrial_investment,
    new_energy,
    urban_rural, ///< operation, and construction for others
    transfers
};
inline constexpr std::size_t n_developer_lines = 7;
inline constexpr std::array<std::string_view, n_developer_lines> developer_line_names{
    "land",
    "rent",
    "industry_service",
    "industrial_investment",
    "new_energy",
    "urban_rural",
    "transfers"};
inline constexpr std::array<std::string_view, n_developer_lines>
    developer_line_names_zh{
        "土地", "园区租金", "产业服务", "产业投资", "新能源", "城乡运营", "转移支付"};

/// Principal that falls due in one month, and its interest.
struct Vintage {
    Fen due = 0;
    double rate = 0.0; ///< a year
};

/// The state developer 高科集团: its books beside its money, which is an account of the
/// ledger. Source: MODEL.md S14.
struct Developer {
    static constexpr std::size_t n_vintages = 60; ///< months until the last falls due

    // assets at book [fen]
    Fen land = 0;
    Fen works = 0; ///< under construction, capitalised interest included
    Fen factories = 0;
    Fen stakes = 0;
    Fen energy = 0;
    Fen receivables = 0;
    Fen other = 0;
    // what it owes
    std::array<Vintage, n_vintages> debt{}; ///< by month of maturity, a ring
    Fen payables = 0;
    Fen equity = 0; ///< moved by profit alone

    double opening_companies = 0.0;  ///< of the zone, its customers
    double opening_population = 0.0; ///< of the district
    double energy_mw = 0.0;          ///< of its plants
    double generated = 0.0; ///< a month, at prices of December 2022 [yuan]
    double services = 1.0;  ///< free services and maintenance, share of the full level
    double quality = 1.0;   ///< of services, rises with the reform
    double construction = 1.0; ///< share of the planned building that was done
    std::array<Fen, 12> operating{}; ///< cash before interest, by calendar month
    std::array<Fen, 12> interest{};  ///< paid, by calendar month
    std::array<double, 12> population{}; ///< of the district, by calendar month

    // of this month
    std::array<Fen, n_developer_lines> revenue{};
    Fen net_profit = 0;
    Fen rescue = 0;
    std::int32_t extensions = 0; ///< of maturities, so far

    [[nodiscard]] Fen debt_total() const {
        Fen sum = 0;
        for (auto const& vintage : debt)
            sum += vintage.due;
        return sum;
    }

    /// All assets with the money given.
    [[nodiscard]] Fen assets(Fen cash) const {
        return cash + land + works + factories + stakes + energy + receivables + other;
    }

    /// Operating cash before interest over interest paid, last twelve months.
    [[nodiscard]] double coverage() const {
        Fen cash = 0;
        Fen paid = 0;
        for (std::size_t month = 0; month < operating.size(); ++month) {
            cash += operating[month];
            paid += interest[month];
        }
        return paid > 0 ? static_cast<double>(cash) / static_cast<double>(paid) : 0.0;
    }
};

} // namespace canopy
