#pragma once

#include "sim/base/money.hpp"
#include "sim/world/cells.hpp"
#include "sim/world/communities.hpp"
#include "sim/world/park_services.hpp"

#include <array>
#include <string_view>

namespace canopy {

/// Every lever kind of the program, in the fixed order of the run file's `lever` axis.
enum class LeverKind : std::uint8_t {
    supply_platform,
    enterprise_events,
    local_purchase_bonus,
    resource_sharing,
    spin_off_support,
    regional_alliance,
    rent_relief,
    standard_factories,
    land_price,
    interest_subsidy,
    loan_guarantee,
    logistics_hub,
    direct_power,
    green_power,
    rd_voucher,
    digital_voucher,
    zone_fund,
    specialised_park,
    ladder_service,
    investment_promotion,
    job_stations,
    hr_agencies,
    park_hr_company,
    training_seats,
    rapid_response,
    school_places,
    care_places,
    clinic_capacity,
    housing_renewal,
    public_transport,
    culture_events,
    environment_care,
    counterpart_officers,
    union_posts,
    social_assistance
};
inline constexpr std::size_t n_levers = 35;

/// What policy offers this month, rebuilt from nothing by the active levers: an ended
/// lever leaves no trace. Processes read the offers and report use; levers write the
/// offers.
struct PolicyBook {
    template<class Value>
    using ByPlace = std::array<Value, max_places>;

    // open: firms among themselves
    CellTable<double>
        platform_candidates; ///< extra candidates for a platform user's open gap
    CellTable<double> platform_yield; ///< probability that one of them is a seller
    CellTable<double> platform_reach; ///< share of buyers who may use the platform
    CellTable<double> event_reach; ///< share of firms invited to a meeting this month
    CellTable<double> event_trust; ///< trust with which guests' first contacts start
    CellTable<double>
        event_barrier_cut;         ///< share taken off a guest's barrier to newcomers
    CellTable<double> local_bonus; ///< share of a new local invoice
    ByPlace<double> shared_equipment_users{}; ///< firms that sharing centres can serve
    CellTable<double> spin_off_boost;         ///< added to 1 on the spin-off hazard
    ByPlace<double> alliance{}; ///< with outside places, 0 to 1
    double alliance_members = 0.0; ///< share of companies that are in it

    // efficient: land, finance, logistics, energy
    CellTable<double> rent_discount;    ///< share of industrial rent, for all in scope
    CellTable<double> rent_free_months; ///< for arrivals and entrants
    ByPlace<double>
        factories_built{};           ///< standard-factory space opened this month [m²]
    CellTable<double> land_discount; ///< share of the industrial land price
    CellTable<double> interest_points; ///< a year, as a fraction
    CellTable<double> guarantee;       ///< share of a loan covered
    ByPlace<double>
        hub_users{}; ///< pooled-logistics users that a hub adds, share of firms
    CellTable<double> power_discount; ///< share of the power bill
    CellTable<double> green_subsidy;  ///< share of the investment in green power

    // professional: vouchers
    CellTable<double> rd_voucher;            ///< share of an R&D project
    CellTable<double> rd_voucher_limit;      ///< the most that one voucher pays [yuan]
    CellTable<double> digital_voucher;       ///< share of a digital step
    CellTable<double> digital_voucher_limit; ///< the most that one voucher pays [yuan]

    // professional: parks, ladder, invited projects, the zone fund
    std::array<ParkServices::ByService, max_places>
        park_users{};                   ///< room for more users of each service
    CellTable<double> ladder_boost;     ///< added to 1 on the chance of each step
    CellTable<double> conversion_bonus; ///< [yuan] for a new company
    CellTable<double> listing_bonus;    ///< [yuan] for a company listed above scale
    double invitation_effort = 0.0;     ///< contacts added, share of those without policy
    double fund_capital = 0.0; ///< paid in this month [yuan]

    // professional: human resources, the "123" loop
    ByPlace<double> hub_coverage{};    ///< of the district hub, by home place, in [0, 1]
    ByPlace<double> street_coverage{}; ///< of town and street stations, by home place
    ByPlace<double> park_coverage{};   ///< of park stations, by place of work
    ByPlace<double> outlet_coverage{}; ///< of village and community outlets, by home place
    double agency_seats = 0.0;         ///< open jobs that HR firms search for in a month
    ByPlace<double>
        park_company_seats{};     ///< open jobs that the park company advertises in a month
    double training_seats = 0.0;  ///< people in courses at a time
    double rapid_response = 0.0;  ///< share of laid-off people served before others

    // friendly: services of the communities, counterparts of enterprises
    std::array<std::array<double, n_services>, max_places>
        service_capacity{};        ///< open besides, in the services' own units
    ByPlace<double> flats_built{}; ///< delivered or renewed this month
    double pooled_beds = 0.0;      ///< share of clinics' capacity that communities share
    ByPlace<double> mains_laid{};  ///< people newly on mains water this month
    double visitor_spending = 0.0; ///< of events this month [yuan]
    ByPlace<double> officers{};    ///< at the counterparts, besides
    double union_posts = 0.0;      ///< stations and rest posts
    std::array<double, n_assistance>
        assistance{}; ///< for people in need this month [yuan]

    /// Money still to be spent this month by lever kind [fen]; claims beyond it are
    /// rationed.
    std::array<Fen, n_levers> allowance{};

    /// Share of this month's claims that the money covers, where claims are known
    /// before costs are reckoned; else 1.
    std::array<double, n_levers> covered = filled(1.0);

    [[nodiscard]] Fen allowed(LeverKind lever) const {
        return allowance[index_of(lever)];
    }

    /// Levers of a kind add up in a cell, but nobody is paid more than all of a bill,
    /// more than nine tenths of rent and power, or more than half of a local invoice.
    void cap_shares();

  private:
    static constexpr std::array<double, n_levers> filled(double value) {
        std::array<double, n_levers> all{};
        all.fill(value);
        return all;
    }
};

/// What policy did this month; written by processes and by the levers' own operation.
struct PolicyUse {
    std::array<double, n_levers> units{}; ///< in the lever's own unit
    std::array<Fen, n_levers> spent{};

    void claim(LeverKind lever, double used, Fen paid) {
        units[index_of(lever)] += used;
        spent[index_of(lever)] += paid;
    }

    PolicyUse& operator+=(PolicyUse const& other) {
        for (std::size_t lever = 0; lever < n_levers; ++lever) {
            units[lever] += other.units[lever];
            spent[lever] += other.spent[lever];
        }
        return *this;
    }
};

/// Share of a claim that is paid when `claimed` meets `allowed`: everybody the same
/// share.
[[nodiscard]] inline double paid_share(Fen claimed, Fen allowed) {
    if (claimed <= allowed || claimed <= 0) return 1.0;
    return allowed <= 0 ? 0.0
                        : static_cast<double>(allowed) / static_cast<double>(claimed);
}

/// What of one claim is paid when all claims together meet `allowed`: rounded down, so
/// that the sum of the parts never exceeds it.
[[nodiscard]] Fen paid_part(Fen claim, Fen claimed, Fen allowed);

} // namespace canopy
