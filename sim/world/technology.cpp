#include "sim/world/technology.hpp"

#include <algorithm>
#include <string_view>

#include <Eigen/LU>

namespace canopy {

namespace {

/// Inputs below this share of output run on the pooled market. Source: MODEL.md S3.
constexpr double smallest_linked_share = 0.02;
constexpr std::array<std::size_t, 2> most_linked{2, max_inputs};
constexpr std::size_t n_critical = 2;

bool any_of(std::string_view code, std::initializer_list<std::string_view> codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Eigen::MatrixXd leontief(Eigen::MatrixXd const& coefficients) {
    return Eigen::MatrixXd::Identity(coefficients.rows(), coefficients.cols())
           - coefficients;
}

Recipe make_recipe(
    Technology const& technology,
    std::vector<Sector> const& sectors,
    FirmKind kind,
    SectorId user) {
    auto const share = [&](std::size_t good) {
        return technology.coefficients(
            static_cast<Eigen::Index>(good), static_cast<Eigen::Index>(user.row()));
    };
    std::vector<std::size_t> wanted;
    for (std::size_t good = 0; good < sectors.size(); ++good)
        if (sectors[good].linked && share(good) >= smallest_linked_share)
            wanted.push_back(good);
    std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) {
        return share(a) > share(b);
    });
    wanted.resize(std::min(wanted.size(), most_linked[index_of(kind)]));

    Recipe recipe;
    std::vector<bool> linked(sectors.size(), false);
    for (std::size_t rank = 0; rank < wanted.size(); ++rank) {
        auto const good = wanted[rank];
        auto const term = term_of(sectors, SectorId{good}, user);
        recipe.linked.push_back(
            {.good = SectorId{good},
             .coefficient = share(good),
             .term = term,
             .critical = sectors[user.row()].industry && rank < n_critical,
             .freight = term == CostTerm::materials && sectors[good].stores_output});
        linked[good] = true;
    }
    for (std::size_t good = 0; good < sectors.size(); ++good) {
        if (linked[good]) continue;
        auto const term = term_of(sectors, SectorId{good}, user);
        // Rent per m² replaces the real-estate column; loan interest is 40 % of
        // finance.
        auto const kept = term == CostTerm::land      ? 0.0
                          : term == CostTerm::finance ? 0.6
                                                      : 1.0;
        recipe.pooled[good] = kept * share(good);
        recipe.pooled_cost[index_of(term)] += kept * share(good);
    }
    return recipe;
}

} // namespace

Eigen::VectorXd Technology::output_for(Eigen::VectorXd const& final_demand) const {
    return leontief(coefficients).partialPivLu().solve(final_demand);
}

Eigen::VectorXd Technology::prices_for(Eigen::VectorXd const& value_added) const {
    return leontief(coefficients).transpose().partialPivLu().solve(value_added);
}

Eigen::VectorXd Technology::multipliers() const {
    return leontief(coefficients).inverse().colwise().sum().transpose();
}

CostTerm term_of(std::vector<Sector> const& sectors, SectorId good, SectorId user) {
    auto const& code = sectors[good.row()].code;
    auto const own = good == user;
    if (code == "FUEL") {
        auto const& buyer = sectors[user.row()].code;
        return any_of(buyer, {"FUEL", "CHEM"}) ? CostTerm::materials : CostTerm::energy;
    }
    if (own) return CostTerm::materials;
    if (any_of(code, {"ELECPOW", "GASWAT"})) return CostTerm::energy;
    if (code == "TRANS") return CostTerm::logistics;
    if (code == "FIN") return CostTerm::finance;
    if (code == "REALEST") return CostTerm::land;
    if (any_of(code, {"HOTEL", "ICTSERV", "BUSSERV", "RDTECH", "HHSERV", "PUBSERV"})) {
        return CostTerm::services;
    }
    return CostTerm::materials;
}

void make_recipes(Technology& technology, std::vector<Sector> const& sectors) {
    for (auto const kind : {FirmKind::individual, FirmKind::company}) {
        auto& recipes = technology.recipes[index_of(kind)];
        recipes.clear();
        for (std::size_t sector = 0; sector < sectors.size(); ++sector)
            recipes.push_back(make_recipe(technology, sectors, kind, SectorId{sector}));
    }
}

} // namespace canopy
