#pragma once

#include "sim/world/sectors.hpp"

#include <array>
#include <vector>

#include <Eigen/Core>

namespace canopy {

/// Capacity of plant over output at normal use, at the start and in a new plant; Finance's
/// `capacity_target` keeps it there. Source: prototype.
inline constexpr double plant_over_normal = 1.2;

/// The national technology (China 2020, 30 sectors) and the recipes made from it.
struct Technology {
    Eigen::MatrixXd
        coefficients; ///< A: [sector × sector], input of row per output of column
    Eigen::VectorXd labour; ///< value-added rows, shares of output by sector
    Eigen::VectorXd product_tax;
    Eigen::VectorXd depreciation;
    Eigen::VectorXd surplus;
    std::array<std::vector<Recipe>, 2> recipes; ///< [kind][sector]

    [[nodiscard]] std::size_t n_sectors() const {
        return static_cast<std::size_t>(coefficients.rows());
    }

    [[nodiscard]] Recipe const& recipe(FirmKind kind, SectorId sector) const {
        return recipes[index_of(kind)][sector.row()];
    }

    /// Capital per unit of monthly capacity [yuan]: the table's depreciation, at 8 % a
    /// year, wears out all the plant that stands for a normal output, its reserve included.
    [[nodiscard]] double capital_per_capacity(SectorId sector) const {
        return depreciation[static_cast<Eigen::Index>(sector.row())] / 0.08 * 12.0
               / plant_over_normal;
    }

    /// Output that a final demand sets going: x = (I − A)⁻¹ d. Source: Leontief 1936.
    [[nodiscard]] Eigen::VectorXd output_for(Eigen::VectorXd const& final_demand) const;

    /// Prices that cover inputs and value added: p = (I − Aᵀ)⁻¹ v.
    [[nodiscard]] Eigen::VectorXd prices_for(Eigen::VectorXd const& value_added) const;

    /// Output multipliers: column sums of the Leontief inverse.
    [[nodiscard]] Eigen::VectorXd multipliers() const;
};

/// Cost term that good `good` belongs to when sector `user` buys it.
[[nodiscard]] CostTerm
term_of(std::vector<Sector> const& sectors, SectorId good, SectorId user);

/// Splits the coefficients into linked and pooled inputs for both kinds of firm.
void make_recipes(Technology& technology, std::vector<Sector> const& sectors);

} // namespace canopy
