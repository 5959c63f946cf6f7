#include "sim/base/draw_loops.hpp"

#include <array>

#include <emmintrin.h>

namespace canopy {

namespace {

constexpr std::size_t together = 8; ///< counters, two in each register

/// One word of two counters, in the lower halves of 64-bit lanes.
struct Pair {
    __m128i bits;
};

using Words = std::array<Pair, together / 2>;

Words times(Words const& words, std::uint32_t factor) {
    Words product;
    for (std::size_t at = 0; at < words.size(); ++at)
        product[at].bits = _mm_mul_epu32(words[at].bits, _mm_set1_epi64x(factor));
    return product;
}

/// The upper half of the product, changed by another word and the key.
Words mixed(Words const& product, Words const& word, std::uint32_t key) {
    Words next;
    for (std::size_t at = 0; at < next.size(); ++at)
        next[at].bits = _mm_xor_si128(
            _mm_srli_epi64(product[at].bits, 32),
            _mm_xor_si128(word[at].bits, _mm_set1_epi64x(key)));
    return next;
}

} // namespace

std::size_t draw_by_two(ManyDraws const& many) {
    auto const reason = _mm_set1_epi64x(many.reason);
    std::size_t from = 0;
    for (; from + together <= many.agents.size(); from += together) {
        Words a;
        Words b;
        Words c;
        Words d;
        for (std::size_t pair = 0; pair < a.size(); ++pair) {
            auto const at = from + 2 * pair;
            a[pair].bits =
                _mm_loadu_si128(reinterpret_cast<__m128i const*>(&many.agents[at]));
            b[pair].bits = _mm_srli_epi64(a[pair].bits, 32);
            c[pair].bits = reason;
            d[pair].bits = _mm_set_epi64x(many.draw_of(at + 1), many.draw_of(at));
        }
        auto first_key = static_cast<std::uint32_t>(many.seed);
        auto second_key = static_cast<std::uint32_t>(many.seed >> 32U);
        for (int round = 0; round < philox_rounds; ++round) {
            auto const first = times(a, philox_first_factor);
            auto const second = times(c, philox_second_factor);
            a = mixed(second, b, first_key);
            b = second;
            c = mixed(first, d, second_key);
            d = first;
            first_key += philox_first_step;
            second_key += philox_second_step;
        }
        for (std::size_t pair = 0; pair < a.size(); ++pair) {
            auto const low = _mm_set1_epi64x(0xffffffff);
            auto const ab = _mm_or_si128(
                _mm_and_si128(a[pair].bits, low), _mm_slli_epi64(b[pair].bits, 32));
            auto const cd = _mm_or_si128(
                _mm_and_si128(c[pair].bits, low), _mm_slli_epi64(d[pair].bits, 32));
            auto* into = reinterpret_cast<__m128i*>(&many.blocks[from + 2 * pair]);
            _mm_storeu_si128(into, _mm_unpacklo_epi64(ab, cd));
            _mm_storeu_si128(into + 1, _mm_unpackhi_epi64(ab, cd));
        }
    }
    return from;
}

} // namespace canopy
