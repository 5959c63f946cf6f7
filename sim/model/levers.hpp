#pragma once

#include "sim/policy/care_places.hpp"
#include "sim/policy/clinic_capacity.hpp"
#include "sim/policy/counterpart_officers.hpp"
#include "sim/policy/culture_events.hpp"
#include "sim/policy/digital_voucher.hpp"
#include "sim/policy/direct_power.hpp"
#include "sim/policy/enterprise_events.hpp"
#include "sim/policy/environment_care.hpp"
#include "sim/policy/green_power.hpp"
#include "sim/policy/housing_renewal.hpp"
#include "sim/policy/hr_agencies.hpp"
#include "sim/policy/interest_subsidy.hpp"
#include "sim/policy/investment_promotion.hpp"
#include "sim/policy/job_stations.hpp"
#include "sim/policy/ladder_service.hpp"
#include "sim/policy/land_price.hpp"
#include "sim/policy/loan_guarantee.hpp"
#include "sim/policy/local_purchase_bonus.hpp"
#include "sim/policy/logistics_hub.hpp"
#include "sim/policy/park_hr_company.hpp"
#include "sim/policy/public_transport.hpp"
#include "sim/policy/rapid_response.hpp"
#include "sim/policy/rd_voucher.hpp"
#include "sim/policy/regional_alliance.hpp"
#include "sim/policy/rent_relief.hpp"
#include "sim/policy/resource_sharing.hpp"
#include "sim/policy/school_places.hpp"
#include "sim/policy/social_assistance.hpp"
#include "sim/policy/specialised_park.hpp"
#include "sim/policy/spin_off_support.hpp"
#include "sim/policy/standard_factories.hpp"
#include "sim/policy/supply_platform.hpp"
#include "sim/policy/training_seats.hpp"
#include "sim/policy/union_posts.hpp"
#include "sim/policy/zone_fund.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace canopy {

/// All levers, in the order of LeverKind: visit(std::type_identity<Lever>{}).
template<class Visit>
void for_each_lever(Visit&& visit) {
    // open: firms among themselves
    visit(std::type_identity<SupplyPlatform>{});
    visit(std::type_identity<EnterpriseEvents>{});
    visit(std::type_identity<LocalPurchaseBonus>{});
    visit(std::type_identity<ResourceSharing>{});
    visit(std::type_identity<SpinOffSupport>{});
    visit(std::type_identity<RegionalAlliance>{});
    // efficient: land, finance, logistics, energy
    visit(std::type_identity<RentRelief>{});
    visit(std::type_identity<StandardFactories>{});
    visit(std::type_identity<LandPrice>{});
    visit(std::type_identity<InterestSubsidy>{});
    visit(std::type_identity<LoanGuarantee>{});
    visit(std::type_identity<LogisticsHub>{});
    visit(std::type_identity<DirectPower>{});
    visit(std::type_identity<GreenPower>{});
    // professional: vouchers
    visit(std::type_identity<RdVoucher>{});
    visit(std::type_identity<DigitalVoucher>{});
    visit(std::type_identity<ZoneFundCapital>{});
    visit(std::type_identity<SpecialisedPark>{});
    visit(std::type_identity<LadderService>{});
    visit(std::type_identity<InvestmentPromotion>{});
    // professional: human resources, the "123" loop
    visit(std::type_identity<JobStations>{});
    visit(std::type_identity<HrAgencies>{});
    visit(std::type_identity<ParkHrCompany>{});
    visit(std::type_identity<TrainingSeats>{});
    visit(std::type_identity<RapidResponse>{});
    // friendly: services of the communities, counterparts of enterprises
    visit(std::type_identity<SchoolPlaces>{});
    visit(std::type_identity<CarePlaces>{});
    visit(std::type_identity<ClinicCapacity>{});
    visit(std::type_identity<HousingRenewal>{});
    visit(std::type_identity<PublicTransport>{});
    visit(std::type_identity<CultureEvents>{});
    visit(std::type_identity<EnvironmentCare>{});
    visit(std::type_identity<CounterpartOfficers>{});
    visit(std::type_identity<UnionPosts>{});
    visit(std::type_identity<SocialAssistance>{});
}

/// What is known of a lever kind without its parameters.
struct LeverCard {
    LeverKind kind;
    std::string_view key;
    std::string_view name_zh;
    System system;
    Aim aim;
    LeverUnit unit;
    bool by_place;
};

/// One card for each lever kind, in the order of the run file's `lever` axis.
[[nodiscard]] std::array<LeverCard, n_levers> const& lever_cards();

/// The lever kind that a scenario calls `key`.
[[nodiscard]] std::optional<LeverKind> lever_kind(std::string_view key);

} // namespace canopy
