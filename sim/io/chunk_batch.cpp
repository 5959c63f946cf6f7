#include "sim/io/chunk_batch.hpp"

#include "sim/base/parallel.hpp"
#include "sim/io/deflate.hpp"

namespace canopy::io {

namespace {
std::vector<std::byte> packed(ChunkBatch::Format format, ColumnView values) {
    auto const size = size_of(format.type);
    std::vector<std::byte> chunk(format.values * size);
    convert(values, format.type, chunk.data());
    if (format.type == ColumnType::f32) {
        auto* const first = static_cast<float*>(static_cast<void*>(chunk.data()));
        round_mantissa({first, values.size()}, format.mantissa_bits);
    }
    fill_missing(
        format.type,
        chunk.data() + values.size() * size,
        format.values - values.size());
    return shuffle_and_deflate(chunk, size);
}
} // namespace

void ChunkBatch::add(
    Hdf5Dataset& dataset, Shape first, Format format, ColumnView values, Place place) {
    chunks_.push_back({&dataset, std::move(first), format, values, place});
}

void ChunkBatch::write(Hdf5File& file) {
    std::vector<std::vector<std::byte>> packs(chunks_.size());
    auto const pack = [&](std::size_t chunk) {
        packs[chunk] = packed(chunks_[chunk].format, chunks_[chunk].values);
    };
    run_blocks(packs.size(), BlockBody{pack});
    for (std::size_t chunk = 0; chunk < packs.size(); ++chunk) {
        auto& [dataset, first, format, values, place] = chunks_[chunk];
        dataset->write_chunk(first, packs[chunk]);
        if (place == Place::replaced) file.flush();
    }
    chunks_.clear();
}

} // namespace canopy::io
