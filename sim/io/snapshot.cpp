#include "sim/io/snapshot.hpp"

#include "sim/base/error.hpp"
#include "sim/io/chunk_batch.hpp"
#include "sim/io/coordinates.hpp"

#include <algorithm>

namespace canopy::io {

namespace {
constexpr std::size_t most_rows_together = 32768; ///< in a chunk
} // namespace

void write_table(
    Hdf5File& file,
    std::string const& group,
    std::string const& dimension,
    TableView const& table) {
    auto const rows = table.empty() ? 0 : table.front().values.size();
    auto const chunk = std::clamp(rows, std::size_t{1}, most_rows_together);
    auto const limit = rows == 0 ? unlimited : rows;
    auto folder = file.root().create_group(group);
    auto const scale = folder.create_dimension(dimension, rows, limit);
    std::vector<Hdf5Dataset> datasets;
    datasets.reserve(table.size());
    ChunkBatch batch;
    for (auto const& [column, values] : table) {
        if (values.size() != rows) {
            throw InvariantError{
                "column '" + column.name + "' of " + group + " has "
                + std::to_string(values.size()) + " rows, others "
                + std::to_string(rows)};
        }
        auto& dataset = datasets.emplace_back(folder.create(
            column.name,
            {.type = column.type,
             .extent = {rows},
             .limit = {limit},
             .chunk = {chunk},
             .storage = Storage::deflated}));
        dataset.attach_scale(0, scale);
        describe(dataset, column);
        for (std::size_t at = 0; at < rows; at += chunk) {
            batch.add(
                dataset,
                {at},
                {column.type, chunk, column.mantissa_bits},
                values.rows(at, std::min(chunk, rows - at)),
                ChunkBatch::Place::is_new);
        }
    }
    batch.write(file);
}

} // namespace canopy::io
