#include "sim/model/snapshot_tables.hpp"

#include "sim/base/parallel.hpp"

#include <string>

namespace canopy {

namespace {

using io::ColumnType;

std::vector<io::Column> link_columns(World const& world) {
    std::vector<std::string> goods;
    for (auto const& sector : world.sectors)
        goods.push_back(sector.code);
    std::vector<std::string> places;
    for (auto const& place : world.places.rows)
        places.push_back(place.name);
    return {
        {"buyer", "1", "id of the buyer", "买方编号", ColumnType::i64},
        {"seller",
         "1",
         "id of the seller, -1 = outside the zone",
         "卖方编号（-1为区外）",
         ColumnType::i64},
        {"good",
         "1",
         "sector that makes the good",
         "产品所属行业",
         ColumnType::i8,
         goods},
        {"seller_place",
         "1",
         "place of the seller",
         "卖方所在地",
         ColumnType::i8,
         places},
        {"age", "months", "age of the link", "链接月数", ColumnType::i16},
        {"flow",
         "units a month",
         "delivered this month",
         "当月交付量",
         ColumnType::f32},
        {"trust", "1", "trust of the two sides", "信任", ColumnType::f32},
        {"tier",
         "1",
         "how far the two have come",
         "关系层级",
         ColumnType::i8,
         {tier_names.begin(), tier_names.end()}}};
}

} // namespace

FirmTable::FirmTable(World const& world, std::span<FirmColumn const> columns) {
    auto const rows = select_rows<FirmId>(
        world.firms.rows(), [&](FirmId firm) { return world.firms.alive(firm); });
    for (auto const firm : rows)
        ids_.push_back(file_id(world.firms.id[firm]));
    values_.assign(columns.size(), std::vector<double>(rows.size()));
    auto const fill = [&](std::size_t column) {
        for (std::size_t row = 0; row < rows.size(); ++row)
            values_[column][row] = columns[column].value(world, rows[row]);
    };
    run_blocks(columns.size(), BlockBody{fill});
    for (auto const& column : columns)
        columns_.push_back(column.column);
}

io::TableView FirmTable::view() const {
    io::TableView table;
    table.push_back(
        {{.name = "id",
          .unit = "1",
          .long_name = "id of the enterprise",
          .long_name_zh = "企业编号",
          .type = ColumnType::i64},
         ids_});
    for (std::size_t column = 0; column < columns_.size(); ++column)
        table.push_back({columns_[column], values_[column]});
    return table;
}

LinkTable::LinkTable(World const& world)
    : columns_{link_columns(world)} {
    auto const& links = world.links;
    for (std::uint32_t position = 0; position < links.size(); ++position)
        add(world, links.buyer(position), links[position]);
    for (auto const& pending : world.pending_links)
        add(world, pending.buyer, pending.link);
}

void LinkTable::add(World const& world, FirmId buyer, Link const& link) {
    if (link.dead()) return;
    auto const& firms = world.firms;
    auto const& recipe =
        world.technology.recipe(firms.kind[buyer], firms.sector[buyer]);
    auto const local = link.seller.in_zone();
    auto const place =
        local ? firms.place[link.seller.firm()] : link.seller.outside_place();
    buyers_.push_back(file_id(firms.id[buyer]));
    sellers_.push_back(local ? file_id(firms.id[link.seller.firm()]) : -1);
    goods_.push_back(static_cast<std::uint8_t>(recipe.linked[link.input].good.row()));
    seller_places_.push_back(static_cast<std::int8_t>(place.row()));
    ages_.push_back(link.age);
    flows_.push_back(static_cast<float>(link.flow));
    trusts_.push_back(static_cast<float>(link.trust_value()));
    tiers_.push_back(link.tier);
}

io::TableView LinkTable::view() const {
    std::vector<io::ColumnView> const values{
        buyers_, sellers_, goods_, seller_places_, ages_, flows_, trusts_, tiers_};
    io::TableView table;
    for (std::size_t column = 0; column < columns_.size(); ++column)
        table.push_back({columns_[column], values[column]});
    return table;
}

} // namespace canopy
