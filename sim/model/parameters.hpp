#pragma once

#include "sim/model/first_people.hpp"
#include "sim/model/first_world.hpp"
#include "sim/process/arrivals.hpp"
#include "sim/process/budget_year.hpp"
#include "sim/process/building.hpp"
#include "sim/process/cost_reduction.hpp"
#include "sim/process/counterparts.hpp"
#include "sim/process/development.hpp"
#include "sim/process/digital_adoption.hpp"
#include "sim/process/entry.hpp"
#include "sim/process/exit.hpp"
#include "sim/process/feelings.hpp"
#include "sim/process/finance.hpp"
#include "sim/process/first_team.hpp"
#include "sim/process/fund_investment.hpp"
#include "sim/process/household_money.hpp"
#include "sim/process/invitation.hpp"
#include "sim/process/job_loss.hpp"
#include "sim/process/job_posting.hpp"
#include "sim/process/job_search.hpp"
#include "sim/process/ladder.hpp"
#include "sim/process/life_course.hpp"
#include "sim/process/park_serving.hpp"
#include "sim/process/payroll.hpp"
#include "sim/process/premises.hpp"
#include "sim/process/public_accounts.hpp"
#include "sim/process/public_services.hpp"
#include "sim/process/relocation.hpp"
#include "sim/process/spin_off.hpp"
#include "sim/process/subsidy_claims.hpp"
#include "sim/process/training.hpp"
#include "sim/process/wage_setting.hpp"

namespace canopy {

/// Every parameter that a scenario can set, one table of the scenario for each member.
struct Parameters {
    PopulationParams population;
    Demography demography;
    StartParams start;
    StartProcesses common; ///< processes that the warm-up runs too
    Finance::Params finance;
    FundInvestment::Params zone_fund;
    PeopleParams people;
    JobLoss::Params job_loss;
    Training::Params training;
    JobPosting::Params job_posting;
    JobSearch::Params job_search;
    Registration registration;
    WageSetting::Params wage_setting;
    FirstTeam::Params first_team;
    LifeCourse::Params life_course;
    Arrivals::Params arrivals;
    Counterparts::Params counterparts;
    PublicServices::Params public_services;
    Feelings::Params senses;
    CostReduction::Params cost_reduction;
    DigitalAdoption::Params digital_adoption;
    Ladder::Params ladder;
    Exit::Params exit;
    Relocation::Params relocation;
    Premises::Params premises;
    Entry::Params entry;
    SpinOff::Params spin_off;
    Invitation::Params invitation;
    ParkServing::Params park_services;
    PublicAccounts::Params public_accounts;
    Development::Params developer;
    BudgetYear::Params budget;
    Building::Params projects;

    /// visit(table name, parameters, needed for the start) in the order of the
    /// scenario.
    template<class Self, class Visit>
    static void tables(Self& self, Visit&& visit) {
        visit("population", self.population, true);
        visit("demography", self.demography, true);
        visit("start", self.start, true);
        visit("costs", self.common.costs, true);
        visit(LookAround::key, self.common.surroundings, true);
        visit(Expectations::key, self.common.demand, true);
        visit(Renewal::key, self.common.renewal, true);
        visit(SupplySearch::key, self.common.search, true);
        visit(Production::key, self.common.production, true);
        visit(Delivery::key, self.common.delivery, true);
        visit(Pricing::key, self.common.pricing, true);
        visit(Accounts::key, self.common.accounts, true);
        visit(Relations::key, self.common.relations, true);
        visit(Finance::key, self.finance, false);
        visit(FundInvestment::key, self.zone_fund, false);
        visit("people", self.people, false);
        visit(JobLoss::key, self.job_loss, false);
        visit(Training::key, self.training, false);
        visit(JobPosting::key, self.job_posting, false);
        visit(JobSearch::key, self.job_search, false);
        visit(Registration::key, self.registration, false);
        visit(WageSetting::key, self.wage_setting, false);
        visit(FirstTeam::key, self.first_team, false);
        visit(LifeCourse::key, self.life_course, false);
        visit(Arrivals::key, self.arrivals, false);
        visit(Counterparts::key, self.counterparts, false);
        visit(PublicServices::key, self.public_services, false);
        visit(Feelings::key, self.senses, false);
        visit(CostReduction::key, self.cost_reduction, false);
        visit(DigitalAdoption::key, self.digital_adoption, false);
        visit(Ladder::key, self.ladder, false);
        visit(Exit::key, self.exit, false);
        visit(Relocation::key, self.relocation, false);
        visit(Premises::key, self.premises, false);
        visit(Entry::key, self.entry, false);
        visit(SpinOff::key, self.spin_off, false);
        visit(Invitation::key, self.invitation, false);
        visit(ParkServing::key, self.park_services, false);
        visit(PublicAccounts::key, self.public_accounts, false);
        visit(Development::key, self.developer, false);
        visit(BudgetYear::key, self.budget, false);
        visit(Building::key, self.projects, false);
    }
};

} // namespace canopy
