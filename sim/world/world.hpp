#pragma once

#include "sim/base/month.hpp"
#include "sim/base/random.hpp"
#include "sim/world/balances.hpp"
#include "sim/world/communities.hpp"
#include "sim/world/developer.hpp"
#include "sim/world/event.hpp"
#include "sim/world/firms.hpp"
#include "sim/world/invited.hpp"
#include "sim/world/job_offers.hpp"
#include "sim/world/labour_market.hpp"
#include "sim/world/ledger.hpp"
#include "sim/world/links.hpp"
#include "sim/world/month_counts.hpp"
#include "sim/world/outside_world.hpp"
#include "sim/world/park_services.hpp"
#include "sim/world/people.hpp"
#include "sim/world/places.hpp"
#include "sim/world/policy_book.hpp"
#include "sim/world/projects.hpp"
#include "sim/world/public_budget.hpp"
#include "sim/world/sectors.hpp"
#include "sim/world/seller_directory.hpp"
#include "sim/world/surroundings.hpp"
#include "sim/world/technology.hpp"
#include "sim/world/zone_fund.hpp"

#include <string>
#include <vector>

namespace canopy {

/// One of the eight firms that make most of the above-scale output, named by role.
struct Leader {
    std::string name;
    std::string name_zh;
    SectorId sector;
    PlaceId place;
    double revenue = 0.0; ///< [yuan/year] in 2022
    int workers = 0;
    bool stopped = false; ///< by the scenario's shock
};

/// Values of December 2022 that later months are measured against.
struct OpeningReference {
    std::array<std::array<double, max_sectors>, 2>
        margin{};              ///< [kind][sector] mean margin
    CellTable<double> firms{}; ///< number
    std::array<double, max_sectors>
        mean_workers{};            ///< by sector, mean over the zone's places
    double mean_workers_all = 0.0; ///< the same over all sectors
};

/// The whole zone at one moment, and what happened in the month that led to it.
struct World {
    Month month;
    Luck luck;
    double scale = 1.0; ///< share of the zone's size that is simulated

    std::vector<Sector> sectors;
    std::vector<Cluster> clusters;
    Places places;
    Technology technology;
    std::vector<Leader> leaders;
    OpeningReference opening;

    Firms firms;
    Links links;
    std::vector<NewLink> pending_links; ///< join at the next rebuild
    SellerDirectory directory;
    Communities communities;
    People people;
    Staff staff; ///< of this month, once jobs are filled
    JobOffers job_offers;
    LabourMarket labour;
    OutsideWorld outside;
    Surroundings around; ///< as the month opened
    Balances balances;
    Developer developer;
    PublicBudget budget;
    std::vector<Project> projects;
    ZoneFund fund;
    ParkServices park_services;
    InvitedProjects invited;
    std::vector<BroughtOrders> brought_orders;

    PolicyBook policy;
    PolicyUse use;

    Ledger ledger;             ///< of this month
    MonthCounts counts;        ///< of this month
    std::vector<Event> events; ///< of this month

    [[nodiscard]] std::size_t n_zone_places() const { return n_zone_places_; }

    void set_zone_places(std::size_t count) { n_zone_places_ = count; }

    [[nodiscard]] bool in_zone(PlaceId place) const {
        return place.row() < n_zone_places_;
    }

    /// Clears ledger, counts, events and policy use, and notes the opening stocks.
    void open_month();

    /// Mean hourly wage of a firm's skill mix over December 2022, place included.
    [[nodiscard]] double wage_index(SectorId sector, PlaceId place) const;

  private:
    std::size_t n_zone_places_ = 0; ///< places are sorted: the zone's come first
};

} // namespace canopy
