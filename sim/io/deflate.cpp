#include "sim/io/deflate.hpp"

#include "sim/base/error.hpp"

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>

#include <libdeflate.h>

namespace canopy::io {

namespace {
static_assert(std::endian::native == std::endian::little);

/// The bytes of each rank of all values together, the lowest rank first.
template<class Word>
std::vector<std::byte> planes_of(std::span<std::byte const> values) {
    std::vector<std::byte> planes(values.size());
    auto const count = values.size() / sizeof(Word);
    for (std::size_t rank = 0; rank < sizeof(Word); ++rank) {
        auto* const plane = planes.data() + rank * count;
        for (std::size_t row = 0; row < count; ++row) {
            Word word;
            std::memcpy(&word, values.data() + row * sizeof(Word), sizeof(Word));
            plane[row] = static_cast<std::byte>(word >> (8 * rank));
        }
    }
    return planes;
}

std::vector<std::byte>
shuffled(std::span<std::byte const> values, std::size_t value_size) {
    switch (value_size) {
    case 1:
        return planes_of<std::uint8_t>(values);
    case 2:
        return planes_of<std::uint16_t>(values);
    case 4:
        return planes_of<std::uint32_t>(values);
    case 8:
        return planes_of<std::uint64_t>(values);
    default:
        throw InvariantError{"values of such a size are not stored"};
    }
}

using Compressor =
    std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;
} // namespace

std::vector<std::byte>
shuffle_and_deflate(std::span<std::byte const> values, std::size_t value_size) {
    constexpr int level = 1;
    Compressor const compressor{
        libdeflate_alloc_compressor(level), libdeflate_free_compressor};
    if (compressor == nullptr) {
        throw OutputError{
            "no memory left to compress results; record less or stop other programs"};
    }
    auto const planes = shuffled(values, value_size);
    std::vector<std::byte> packed(
        libdeflate_zlib_compress_bound(compressor.get(), planes.size()));
    auto const size = libdeflate_zlib_compress(
        compressor.get(), planes.data(), planes.size(), packed.data(), packed.size());
    if (size == 0) throw InvariantError{"a chunk of results did not compress"};
    packed.resize(size);
    return packed;
}

} // namespace canopy::io
