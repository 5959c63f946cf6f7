#pragma once

#include "sim/base/describe.hpp"
#include "sim/world/world.hpp"

#include <array>

namespace canopy {

/// What a firm's cost rests on besides its own state.
/// Source: MODEL.md S4; shares of action gains are judgement.
struct CostRules {
    double freight = 0.5;              ///< φ on the distance schedule
    double spot_markup = 0.08;         ///< on inputs that no link covers
    double spot_freight = 0.11;        ///< share of the price
    double stranger_inspection = 0.01; ///< share of an invoice
    double match_saving = 0.01; ///< of the invoice between a perfect and a mean match
    double digital_labour_saving = 0.02; ///< per digital level
    double green_saving = 0.08;          ///< of energy
    double saving_of_energy = 0.06;      ///< by the energy-saving action
    double equipment_services_saving = 0.04;
    double equipment_materials_saving = 0.005;
    double standard_factory_saving = 0.15; ///< of rent
    double owner_wage =
        0.5; ///< share of a wage that an owner must earn to be at no loss

    static void describe(auto&& field) {
        using C = CostRules;
        field(
            "freight",
            &C::freight,
            Range{0.0, 3.0},
            "1",
            Meaning{"level of explicit freight", "显性运费水平", "fitted to P05"});
        field(
            "spot_markup",
            &C::spot_markup,
            Range{0.0, 1.0},
            "1",
            Meaning{"on inputs that no link covers", "现货加价", "prototype"});
        field(
            "spot_freight",
            &C::spot_freight,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "freight of spot purchases, share of the price",
                "现货运费比例",
                "prototype"});
        field(
            "stranger_inspection",
            &C::stranger_inspection,
            Range{0.0, 0.2},
            "1",
            Meaning{
                "cost of inspecting a stranger's delivery",
                "生人供货检验成本",
                "MODEL.md S3"});
        field(
            "match_saving",
            &C::match_saving,
            Range{0.0, 0.2},
            "1",
            Meaning{
                "of the invoice, between the best and the worst fit",
                "匹配节省",
                "judgement"});
        field(
            "digital_labour_saving",
            &C::digital_labour_saving,
            Range{0.0, 0.2},
            "1",
            Meaning{
                "of labour cost by a digital level",
                "数字化每级节省人工",
                "MODEL.md S5"});
        field(
            "green_saving",
            &C::green_saving,
            Range{0.0, 0.5},
            "1",
            Meaning{"of energy by green power", "绿电节省", "prototype"});
        field(
            "saving_of_energy",
            &C::saving_of_energy,
            Range{0.0, 0.5},
            "1",
            Meaning{
                "of energy by the energy-saving action", "节能改造节省", "judgement"});
        field(
            "equipment_services_saving",
            &C::equipment_services_saving,
            Range{0.0, 0.5},
            "1",
            Meaning{
                "of services by shared equipment", "共享设备节省服务", "judgement"});
        field(
            "equipment_materials_saving",
            &C::equipment_materials_saving,
            Range{0.0, 0.5},
            "1",
            Meaning{
                "of materials by shared equipment", "共享设备节省材料", "judgement"});
        field(
            "standard_factory_saving",
            &C::standard_factory_saving,
            Range{0.0, 0.5},
            "1",
            Meaning{"of rent in a standard factory", "标准厂房节省租金", "prototype"});
        field(
            "owner_wage",
            &C::owner_wage,
            Range{0.0, 1.0},
            "1",
            Meaning{
                "share of a wage that the owner of an individual business must earn to "
                "be at no loss",
                "个体户主须获得的工资比例，低于则计为亏损",
                "judgement"});
    }
};

using CostTerms = std::array<double, n_terms>;

/// Output a month at normal use of the firm's workers where it stands, for costs per unit
/// [units].
[[nodiscard]] double normal_output(World const& world, FirmId firm);

/// Rent that a firm pays or would pay at a place before any policy [yuan/m²/month].
[[nodiscard]] double
list_rent_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules);

/// Share of its rent that policy offers to take over: the discount, or all of it in the rent-free
/// months of a newcomer at its first place.
[[nodiscard]] double rent_relief_at(World const& world, FirmId firm, PlaceId place);

/// What is left of the rent after policy [yuan/m²/month].
[[nodiscard]] double
rent_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules);

/// Wage bill of a firm at a place [yuan/month], the owner of an individual business
/// included.
[[nodiscard]] double
wages_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules);

/// Interest that policy offers to take over [1/year]; leaders' debts are not subsidised.
[[nodiscard]] double interest_relief_at(World const& world, FirmId firm, PlaceId place);

/// What is left of the interest rate after policy [1/year].
[[nodiscard]] double interest_at(World const& world, FirmId firm, PlaceId place);

/// Factor on energy prices at a place: where it is and shocks.
[[nodiscard]] double energy_price_level(World const& world, PlaceId place);

/// Factor on energy prices for a firm at a place before any policy, own actions
/// included.
[[nodiscard]] double list_energy_price_at(
    World const& world, FirmId firm, PlaceId place, CostRules const& rules);

/// What is left of it after policy.
[[nodiscard]] double
energy_price_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules);

/// The seven terms of unit cost [yuan/unit] that the firm has, or would have at another
/// place: freight, wages, rent, power and interest are computed anew there.
[[nodiscard]] CostTerms
unit_cost_at(World const& world, FirmId firm, PlaceId place, CostRules const& rules);

} // namespace canopy
