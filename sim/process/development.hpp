#pragma once

#include "sim/process/developer_business.hpp"

namespace canopy {

/// The state developer's month: businesses, interest, roll-over and new debt,
/// investment, and under stress cuts in a fixed order: building, tickets, free services
/// and maintenance, sale of stakes and factories, longer maturities, a rescue by the
/// budget. Source: MODEL.md S14; rules::rolled_over, rules::new_debt_share.
class Development {
  public:
    static constexpr std::string_view key = "developer";
    using Params = DeveloperParams;

    struct Decision {
        DeveloperMonth business;
        Fen interest = 0;
        Fen due = 0;    ///< principal that falls due
        Fen rolled = 0; ///< of it, lent again
        Fen postponed = 0; ///< of it, by longer maturities
        Fen borrowed = 0;  ///< besides
        Fen tax = 0;
        Fen construction = 0;
        Fen tickets = 0;
        Fen plants = 0;       ///< of new energy
        Fen sold_stakes = 0;  ///< at book
        Fen sold_factories = 0;
        Fen sale_proceeds = 0;
        Fen rescue = 0;
        double construction_share = 1.0;
        double services = 1.0; ///< level from the next month on
        double quality = 1.0;
        double population = 0.0;
    };

    explicit Development(Params const& params)
        : params_{params} {}

    /// Opening books; the same principal falls due in every month.
    void open(World& world) const;

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    /// Interest that is not put into works.
    [[nodiscard]] Fen expensed(Fen interest) const;
    [[nodiscard]] Fen tax_on(Fen profit_before_interest, Fen interest) const;
    [[nodiscard]] Fen invest(World const& now, Fen money, Decision& into) const;
    void sell_and_call(World const& now, Fen lacking, Decision& into) const;
    void book_money(Decision const& decision, World& world) const;
    void book_stocks(Decision const& decision, World& world) const;

    Params params_;
};

} // namespace canopy
