#pragma once

#include "sim/io/chunk_batch.hpp"
#include "sim/io/month_series.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace canopy::io {

/// `/panel`: columns (month, firm) of a sample of firms; a firm gets its place on the
/// firm dimension when it is first seen, and is missing in months when it is not there.
class PanelGroup {
  public:
    PanelGroup(Hdf5Group& root, std::vector<Column> const& columns);

    /// Values are [column × firm of ids].
    void append(
        Month month, std::span<std::int64_t const> ids, std::span<float const> values);

    /// Plans the chunks of the months kept, up to `months` in all.
    void commit(ChunkBatch& batch, std::uint64_t first, std::uint64_t months);

    /// Forgets the months whose chunks are whole; after the batch is written.
    void written(std::uint64_t months);

  private:
    struct Rows {
        std::vector<std::size_t> firm; ///< position on the firm dimension
        std::vector<float> values;     ///< [column × row]
    };

    struct PanelColumn {
        Hdf5Dataset dataset;
        ChunkBatch::Format format;
        std::vector<float> block; ///< [chunk of firms × month × firm in chunk]
    };

    [[nodiscard]] std::size_t position(std::int64_t id);
    void gather(PanelColumn& column, std::size_t number, std::size_t chunks) const;

    MonthGroup group_;
    Hdf5Dataset firms_;
    std::vector<PanelColumn> columns_;
    std::vector<Rows> months_; ///< of the chunk of months at work
    std::vector<std::int64_t> ids_;
    std::size_t n_stored_ids_ = 0;
    std::unordered_map<std::int64_t, std::size_t> position_;
};

} // namespace canopy::io
