#include "sim/model/month.hpp"

#include "sim/model/lever_stages.hpp"

namespace canopy {

Schedule make_month(
    Parameters const& parameters,
    std::vector<Shock> const& shocks,
    std::shared_ptr<LeverProgram> const& levers) {
    auto const& p = parameters;
    auto const& costs = p.common.costs;
    auto const land = p.premises.land_per_space;
    auto const growth = p.common.demand.growth;
    Schedule month;
    // The order is a modelling assumption. What comes later sees what came before.
    // clang-format off
    month.append(BudgetYear{p.budget});                                        // what policy may cost this year
    month.append(Shocks{shocks});                                              // what happens to the zone
    month.append(Building{p.projects});                                        // dated projects
    month.append(LeverOffers{levers});                                         // levers write the policy book
    month.append(LookAround{p.common.surroundings});                           // densities, prices, rents
    month.append(ParkServing{p.park_services});                                // the five services of the parks
    month.append(Expectations{p.common.demand});                               // orders to come, plans
    month.append(FundInvestment{p.zone_fund});                                 // the zone as investor ⇄
    month.append(Finance{p.finance});                                          // investment and loans ⇄
    month.append(JobLoss{p.job_loss});                                         // separations, lay-offs
    month.append(Training{p.training});                                        // courses begin and end
    month.append(JobPosting{p.job_posting});                                   // jobs offered and withdrawn
    month.append(JobSearch{p.job_search, p.registration});                     // people and jobs find each other ⇄
    month.append(WageSetting{p.wage_setting});                                 // wages answer those out of work
    month.append(SupplySearch{p.common.search});                               // buyers find suppliers ⇄
    month.append(Production{p.common.production});                             // output, orders on links
    month.append(Delivery{p.common.delivery, p.common.production, costs});     // rationing, invoices
    month.append(SubsidyClaims{costs});                                        // what policy can pay of their bills
    month.append(Pricing{p.common.pricing, costs});                            // seven terms of cost, prices
    month.append(Accounts{p.common.accounts, costs});                          // wages, rents, taxes, dividends
    month.append(Payroll{});                                                   // bills reach people and communities
    month.append(Relations{p.common.relations});                               // trust, tiers, ends of links
    month.append(CostReduction{p.cost_reduction, costs});                      // what firms do about their costs ⇄
    month.append(DigitalAdoption{p.digital_adoption, costs});                  // levels of digitisation
    month.append(Ladder{p.ladder});                                            // 个转企, 四上, 高新, 专精特新, 上市
    month.append(Exit{p.exit});                                                // who gives up or is stopped
    month.append(Relocation{p.relocation, costs});                             // who leaves, and where to ⇄
    month.append(Premises{p.premises});                                        // floor space of those who stay ⇄
    month.append(Entry{p.entry, p.demography});                                // newcomers
    month.append(SpinOff{p.spin_off, p.demography});                           // firms born of firms 裂变
    month.append(Invitation{p.invitation, p.demography, costs, land, growth}); // invited projects 招商
    month.append(FirstTeam{p.first_team, p.registration});                     // founders and first people
    month.append(LifeCourse{p.life_course});                                   // births, school, retirement, leaving
    month.append(Arrivals{p.arrivals});                                        // who comes to live here
    month.append(Counterparts{p.counterparts});                                // how long firms and people wait
    month.append(PublicServices{p.public_services});                           // schools to air: livability
    month.append(Feelings{p.senses});                                          // gain, happiness, security
    month.append(LeverBills{levers});                                          // operators of levers are paid
    month.append(Development{p.developer});                                    // the state developer
    month.append(PublicAccounts{p.public_accounts});                           // households, budget, bank
    month.append(HouseholdMoney{});                                            // households' money by community
    // clang-format on
    return month;
}

} // namespace canopy
