#include "sim/io/deflate.hpp"

#include "sim/base/error.hpp"

#include <zlib.h>

namespace canopy::io {

namespace {
std::vector<std::byte> shuffled(std::span<std::byte const> values, std::size_t size) {
    std::vector<std::byte> planes(values.size());
    auto const count = values.size() / size;
    for (std::size_t byte = 0; byte < size; ++byte) {
        for (std::size_t row = 0; row < count; ++row)
            planes[byte * count + row] = values[row * size + byte];
    }
    return planes;
}
} // namespace

std::vector<std::byte>
shuffle_and_deflate(std::span<std::byte const> values, std::size_t value_size) {
    auto planes = shuffled(values, value_size);
    z_stream stream{};
    constexpr int level = 1;
    constexpr int window_bits = 15;
    constexpr int memory_level = 8;
    if (deflateInit2(&stream, level, Z_DEFLATED, window_bits, memory_level, Z_RLE)
        != Z_OK) {
        throw OutputError{
            "no memory left to compress results; record less or stop other programs"};
    }
    std::vector<std::byte> packed(deflateBound(&stream, planes.size()));
    stream.next_in = static_cast<Bytef*>(static_cast<void*>(planes.data()));
    stream.avail_in = static_cast<uInt>(planes.size());
    stream.next_out = static_cast<Bytef*>(static_cast<void*>(packed.data()));
    stream.avail_out = static_cast<uInt>(packed.size());
    auto const state = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        throw InvariantError{"a chunk of results did not compress"};
    return packed;
}

} // namespace canopy::io
