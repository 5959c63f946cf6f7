#include "sim/base/draw_loops.hpp"

#include <array>

#include <immintrin.h>

// As draw_by_two.cpp, with registers twice as wide; the compiler joins no functions whose
// processors differ, so nothing is shared.
#define CANOPY_AVX2 __attribute__((target("avx2")))

namespace canopy {

namespace {

constexpr std::size_t together = 8; ///< counters, four in each register

/// One word of four counters, in the lower halves of 64-bit lanes.
struct Four {
    __m256i bits;
};

using Words = std::array<Four, together / 4>;

CANOPY_AVX2 inline void
multiply(Words& product, Words const& words, std::uint32_t factor) {
    for (std::size_t at = 0; at < words.size(); ++at)
        product[at].bits = _mm256_mul_epu32(words[at].bits, _mm256_set1_epi64x(factor));
}

/// The upper half of the product, changed by another word and the key.
CANOPY_AVX2 inline void
mix(Words& next, Words const& product, Words const& word, std::uint32_t key) {
    for (std::size_t at = 0; at < next.size(); ++at)
        next[at].bits = _mm256_xor_si256(
            _mm256_srli_epi64(product[at].bits, 32),
            _mm256_xor_si256(word[at].bits, _mm256_set1_epi64x(key)));
}

} // namespace

CANOPY_AVX2 std::size_t draw_by_four(ManyDraws const& many) {
    std::size_t from = 0;
    for (; from + together <= many.agents.size(); from += together) {
        Words a;
        Words b;
        Words c;
        Words d;
        for (std::size_t four = 0; four < a.size(); ++four) {
            auto const at = from + 4 * four;
            a[four].bits = _mm256_loadu_si256(
                reinterpret_cast<__m256i const*>(&many.agents[at]));
            b[four].bits = _mm256_srli_epi64(a[four].bits, 32);
            c[four].bits = _mm256_set1_epi64x(many.reason);
            d[four].bits = many.draws.empty()
                               ? _mm256_setzero_si256()
                               : _mm256_cvtepu32_epi64(_mm_loadu_si128(
                                   reinterpret_cast<__m128i const*>(&many.draws[at])));
        }
        auto first_key = static_cast<std::uint32_t>(many.seed);
        auto second_key = static_cast<std::uint32_t>(many.seed >> 32U);
        for (int round = 0; round < philox_rounds; ++round) {
            Words first;
            Words second;
            multiply(first, a, philox_first_factor);
            multiply(second, c, philox_second_factor);
            mix(a, second, b, first_key);
            b = second;
            mix(c, first, d, second_key);
            d = first;
            first_key += philox_first_step;
            second_key += philox_second_step;
        }
        for (std::size_t four = 0; four < a.size(); ++four) {
            auto const ab = _mm256_blend_epi32(
                a[four].bits, _mm256_slli_epi64(b[four].bits, 32), 0xaa);
            auto const cd = _mm256_blend_epi32(
                c[four].bits, _mm256_slli_epi64(d[four].bits, 32), 0xaa);
            auto const even = _mm256_unpacklo_epi64(ab, cd);
            auto const odd = _mm256_unpackhi_epi64(ab, cd);
            auto* into = reinterpret_cast<__m256i*>(&many.blocks[from + 4 * four]);
            _mm256_storeu_si256(into, _mm256_permute2x128_si256(even, odd, 0x20));
            _mm256_storeu_si256(into + 1, _mm256_permute2x128_si256(even, odd, 0x31));
        }
    }
    return from;
}

} // namespace canopy
