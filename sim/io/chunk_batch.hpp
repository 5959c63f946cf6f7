#pragma once

#include "sim/io/hdf5_file.hpp"

#include <vector>

namespace canopy::io {

/// Chunks of deflated datasets, compressed on all threads and then written in order.
class ChunkBatch {
  public:
    /// How the values of a dataset become its chunks.
    struct Format {
        ColumnType type = ColumnType::f32; ///< in the file
        std::size_t values = 0;            ///< in a chunk
        int mantissa_bits = 0;             ///< kept of f32 values
    };

    enum class Place : std::uint8_t { is_new, replaced };

    /// Plans a chunk that starts at `first`; values that are not there yet are missing.
    /// The values must stay where they are until write().
    void
    add(Hdf5Dataset& dataset,
        Shape first,
        Format format,
        ColumnView values,
        Place place);

    /// A replaced chunk leaves room that others take: the file is flushed first, so
    /// that a run killed meanwhile leaves no index that points to another's values.
    void write(Hdf5File& file);

  private:
    struct Chunk {
        Hdf5Dataset* dataset;
        Shape first;
        Format format;
        ColumnView values;
        Place place;
    };

    std::vector<Chunk> chunks_;
};

} // namespace canopy::io
