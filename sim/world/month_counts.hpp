#pragma once

#include "sim/base/money.hpp"
#include "sim/world/invited.hpp"
#include "sim/world/job_offers.hpp"
#include "sim/world/kinds.hpp"

#include <array>
#include <cstdint>

namespace canopy {

/// What happened in one month, counted by the processes that made it happen.
struct MonthCounts {
    using Count = std::int64_t;

    // enterprises
    Count opening_firms = 0;
    std::array<Count, 2> entries{}; ///< by kind, spin-offs included
    std::array<Count, 2> exits{};   ///< by kind
    Count forced_exits = 0;
    Count spin_offs = 0;
    Count individual_to_company = 0;
    Count above_scale_new = 0;
    double land_sold = 0.0; ///< to firms that enlarge their own plants [m²]
    Count moves_in = 0;
    Count moves_within = 0;
    Count moves_out = 0;
    double moves_out_expected = 0.0; ///< by the twelfth that looks around
    std::array<Count, max_places> moves_out_from{}; ///< by place left
    std::array<Count, n_actions> actions{};
    Count defaults = 0;
    Count tickets = 0;            ///< of the zone fund
    Count conversions = 0;        ///< of its tickets into shares
    Fen fund_written_off = 0;     ///< stakes lost, at cost
    Fen guarantee_losses = 0;     ///< paid to the bank
    Count invited_contacts = 0;   ///< investors who looked at the zone
    Count invited_signed = 0;
    Count invited_opened = 0;
    Count invited_jobs = 0; ///< of those opened
    std::array<Count, n_invitation_reasons> invited_lost{};
    std::array<Count, n_rungs> rungs_climbed{}; ///< by rung reached
    Count milestones_due = 0;     ///< of projects, this month
    Count milestones_met = 0;

    // work: `hires` and `separations` are those of the zone's enterprises
    Count hires = 0;
    Count separations = 0;
    Count quits = 0;    ///< of them, for another job
    Count layoffs = 0;  ///< of them, by the firm
    Count hires_from_non_employment = 0; ///< first teams included, by any employer
    Count registered_hires = 0; ///< of them in the district, once a year, on the register
    Count employed_retired = 0; ///< in the district, who retired or died at work
    std::array<Count, n_channels> hires_by_channel{};
    Count offers_posted = 0;
    Count offers_withdrawn = 0;
    Count offer_months = 0; ///< that the jobs filled this month had been open
    Count unemployed_months = 0; ///< that those hired from unemployment had been out
    Count laid_off_hired = 0;
    Count laid_off_months = 0; ///< that they had been out
    Count courses_begun = 0;
    Count courses_passed = 0;
    Count courses_failed = 0;

    // senses of enterprises, means
    double firm_gain = 0.0;
    double firm_happiness = 0.0;
    double firm_security = 0.0;
    double firm_satisfaction = 0.0;

    // people
    Count opening_people = 0;
    Count births = 0;
    Count deaths = 0;
    Count arrivals = 0;
    Count departures = 0;
    Count school_leavers = 0;
    Count retirements = 0;

    Count opening_workers = 0;
    Count workers_entered = 0; ///< with new firms
    Count workers_left = 0;    ///< with firms that exit or move out

    // links
    Count link_births = 0;
    Count link_deaths = 0;
    double platform_published = 0.0; ///< volume of open gaps offered on the platform
    double platform_won = 0.0;       ///< of it, contracts

    // goods, on the grid: exact sums [units]
    double made = 0.0;
    double sold = 0.0;
    double output_scrapped = 0.0; ///< by exit, move, or in excess of storage
    double inputs_bought = 0.0;
    double inputs_used = 0.0;
    double inputs_scrapped = 0.0;
    double inputs_entered = 0.0; ///< brought by newcomers
    double output_entered = 0.0; ///< likewise, of their own good
    double opening_output_stock = 0.0;
    double opening_input_stock = 0.0;
    double local_delivered = 0.0; ///< booked by sellers
    double local_received = 0.0;  ///< booked by buyers

    // money [yuan]
    std::array<double, max_sectors> value_added{};
    std::array<double, max_sectors> profit{};
    std::array<double, max_sectors> purchases{}; ///< of each linked good
    std::array<std::array<double, n_rings>, max_sectors>
        purchased_in{}; ///< by ring of the seller
    double freight = 0.0;
    double logistics = 0.0; ///< all logistics cost, purchased services included
    double rd_spending = 0.0;
    double wages = 0.0;
    Fen written_off_by_suppliers = 0;
};

} // namespace canopy
