#pragma once

#include "sim/io/run_layout.hpp"
#include "sim/model/firm_columns.hpp"
#include "sim/world/world.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace canopy {

/// Every enterprise at the end of a month, column by column.
class FirmTable {
  public:
    FirmTable(World const& world, std::span<FirmColumn const> columns);

    [[nodiscard]] io::TableView view() const;

  private:
    std::vector<io::Column> columns_;
    std::vector<std::int64_t> ids_;
    std::vector<std::vector<double>> values_; ///< [column][row]
};

/// Every supply link at the end of a month, column by column.
class LinkTable {
  public:
    explicit LinkTable(World const& world);

    [[nodiscard]] io::TableView view() const;

  private:
    void add(World const& world, FirmId buyer, Link const& link);

    std::vector<io::Column> columns_;
    std::vector<std::int64_t> buyers_;
    std::vector<std::int64_t> sellers_; ///< −1 = outside
    std::vector<std::uint8_t> goods_;
    std::vector<std::int8_t> seller_places_;
    std::vector<std::uint16_t> ages_;
    std::vector<float> flows_; ///< [units/month]
    std::vector<float> trusts_;
    std::vector<Tier> tiers_;
};

} // namespace canopy
