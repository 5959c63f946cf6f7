#include "sim/io/panel_group.hpp"

#include "sim/base/error.hpp"

#include <limits>
#include <string>

namespace canopy::io {

namespace {
constexpr std::size_t members_together = 512; ///< in a chunk
constexpr std::size_t chunk_values = months_together * members_together;
} // namespace

PanelGroup::PanelGroup(
    Hdf5Group& root, PanelMembers const& members, std::vector<Column> const& columns)
    : group_{root, members.group} {
    members_ = group_.group().create(
        members.dimension,
        {.type = ColumnType::i64,
         .extent = {0},
         .limit = {unlimited},
         .chunk = {members_together},
         .storage = Storage::chunked});
    members_.make_scale(members.dimension);
    describe(members_, "1", members.id, members.id_zh);
    for (auto const& column : columns) {
        auto dataset = group_.group().create(
            column.name,
            {.type = column.type,
             .extent = {0, 0},
             .limit = {unlimited, unlimited},
             .chunk = {months_together, members_together},
             .storage = Storage::deflated});
        dataset.attach_scale(0, group_.months());
        dataset.attach_scale(1, members_);
        describe(dataset, column);
        columns_.push_back(
            {std::move(dataset),
             {column.type, chunk_values, column.mantissa_bits},
             {}});
    }
}

std::size_t PanelGroup::position(std::int64_t id) {
    auto const [entry, is_new] = position_.try_emplace(id, ids_.size());
    if (is_new) ids_.push_back(id);
    return entry->second;
}

void PanelGroup::append(
    Month month, std::span<std::int64_t const> ids, std::span<float const> values) {
    if (values.size() != ids.size() * columns_.size()) {
        throw InvariantError{
            "month " + month.text() + " has " + std::to_string(values.size())
            + " panel values for " + std::to_string(ids.size()) + " members and "
            + std::to_string(columns_.size()) + " columns"};
    }
    group_.append(month);
    auto& rows = months_.emplace_back();
    for (auto const id : ids)
        rows.member.push_back(position(id));
    rows.values.assign(values.begin(), values.end());
}

void PanelGroup::gather(
    PanelColumn& column, std::size_t number, std::size_t chunks) const {
    column.block.assign(chunks * chunk_values, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t month = 0; month < months_.size(); ++month) {
        auto const& rows = months_[month];
        auto const* const values = rows.values.data() + number * rows.member.size();
        for (std::size_t row = 0; row < rows.member.size(); ++row) {
            auto const chunk = rows.member[row] / members_together;
            auto const member = rows.member[row] % members_together;
            column.block[chunk * chunk_values + month * members_together + member] =
                values[row];
        }
    }
}

void PanelGroup::commit(ChunkBatch& batch, std::uint64_t first, std::uint64_t months) {
    group_.commit(first);
    if (ids_.size() > n_stored_ids_) {
        members_.extend({ids_.size()});
        members_.write(
            {n_stored_ids_},
            {ids_.size() - n_stored_ids_},
            std::span<std::int64_t const>{ids_}.subspan(n_stored_ids_));
        n_stored_ids_ = ids_.size();
    }
    auto const chunks = (ids_.size() + members_together - 1) / members_together;
    auto const chunk_month = months - months_.size();
    auto const place =
        first > chunk_month ? ChunkBatch::Place::replaced : ChunkBatch::Place::is_new;
    for (std::size_t number = 0; number < columns_.size(); ++number) {
        auto& column = columns_[number];
        column.dataset.extend({months, ids_.size()});
        gather(column, number, chunks);
        for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
            batch.add(
                column.dataset,
                {chunk_month, chunk * members_together},
                column.format,
                ColumnView{column.block}.rows(chunk * chunk_values, chunk_values),
                place);
        }
    }
}

void PanelGroup::written(std::uint64_t months) {
    if (months % months_together == 0) months_.clear();
}

} // namespace canopy::io
