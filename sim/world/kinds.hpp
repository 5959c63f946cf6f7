#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace canopy {

/// Legal form: individual business 个体户 or company 企业.
enum class FirmKind : std::uint8_t { individual, company };
inline constexpr std::array<std::string_view, 2> kind_names{"individual", "company"};
inline constexpr std::array<std::string_view, 2> kind_names_zh{"个体户", "企业"};

enum class Owner : std::uint8_t { private_owner, state, outside };

/// How far a company has climbed beyond the legal form and the statistics: certified high
/// technology 高新, specialised and new 专精特新, listed on an exchange 上市.
enum class Rung : std::uint8_t { none, high_tech, specialised, listed };
inline constexpr std::size_t n_rungs = 4;
inline constexpr std::array<std::string_view, n_rungs> rung_names{
    "none", "high_tech", "specialised", "listed"};
inline constexpr std::array<std::string_view, n_rungs> rung_names_zh{
    "其他", "高新技术企业", "专精特新", "上市"};

/// What a firm's floor space is.
enum class SpaceKind : std::uint8_t { own_land, standard_factory, market_rent };

/// The seven terms of unit cost; each input coefficient belongs to exactly one.
enum class CostTerm : std::uint8_t {
    materials,
    labour,
    land,
    finance,
    logistics,
    energy,
    services
};
inline constexpr std::size_t n_terms = 7;
inline constexpr std::array<std::string_view, n_terms> term_names{
    "materials", "labour", "land", "finance", "logistics", "energy", "services"};
inline constexpr std::array<std::string_view, n_terms> term_names_zh{
    "材料", "人工", "用地", "融资", "物流", "用能", "服务"};

/// How far a place lies from the zone's own economy.
enum class Ring : std::uint8_t { zone, city, province, beyond };
inline constexpr std::size_t n_rings = 4;
inline constexpr std::array<std::string_view, 3> ring_names{"zone", "city", "province"};
inline constexpr std::array<std::string_view, 3> ring_names_zh{"本区", "本市", "本省"};

/// How far a buyer and a seller have come: 生人, 熟人, 友人, 亲人.
enum class Tier : std::uint8_t { stranger, acquaintance, friend_, kin };
inline constexpr std::size_t n_tiers = 4;
inline constexpr std::array<std::string_view, n_tiers> tier_names{
    "stranger", "acquaintance", "friend", "kin"};
inline constexpr std::array<std::string_view, n_tiers> tier_names_zh{
    "生人", "熟人", "友人", "亲人"};

/// What a firm can do about its costs.
enum class Action : std::uint8_t {
    process_rd,
    local_sourcing,
    pooled_logistics,
    shared_equipment,
    standard_factory,
    energy_saving,
    green_power,
    digital
};
inline constexpr std::size_t n_actions = 8;
inline constexpr std::array<std::string_view, n_actions> action_names{
    "process_rd",
    "local_sourcing",
    "pooled_logistics",
    "shared_equipment",
    "standard_factory",
    "energy_saving",
    "green_power",
    "digital"};
inline constexpr std::array<std::string_view, n_actions> action_names_zh{
    "工艺研发",
    "本地采购",
    "共同物流",
    "共享设备",
    "标准厂房",
    "节能",
    "绿电",
    "数字化"};

inline constexpr std::size_t n_skills = 3;
inline constexpr std::array<std::string_view, n_skills> skill_names{
    "low", "middle", "high"};
inline constexpr std::array<std::string_view, n_skills> skill_names_zh{
    "低", "中", "高"};

/// Most sectors and places that a scenario may have, and most linked goods of a firm.
inline constexpr std::size_t max_sectors = 32;
inline constexpr std::size_t max_places = 12;
inline constexpr std::size_t max_communities = 100;
inline constexpr std::size_t max_inputs = 8;

template<class Enum>
[[nodiscard]] constexpr std::size_t index_of(Enum value) {
    return static_cast<std::size_t>(value);
}

} // namespace canopy
