#include "sim/base/many_draws.hpp"

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
            _mm_xor_si128(_mm_srli_epi64(product[at].bits, 32), word[at].bits),
            _mm_set1_epi64x(key));
    return next;
}

/// `number_of(i)` says which draw of agent i.
template<class NumberOf>
void draw_numbered(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    NumberOf const& number_of,
    std::span<DrawBlock> blocks) {
    // Philox4x32-10 as in Random123: its counters are independent, so their
    // multiplications overlap.
    constexpr int rounds = 10;
    auto const reason = _mm_set1_epi64x(Luck::reason(month, purpose));
    std::size_t from = 0;
    for (; from + together <= agents.size(); from += together) {
        Words a;
        Words b;
        Words c;
        Words d;
        for (std::size_t pair = 0; pair < a.size(); ++pair) {
            auto const at = from + 2 * pair;
            a[pair].bits = _mm_set_epi64x(
                static_cast<long long>(agents[at + 1]),
                static_cast<long long>(agents[at]));
            b[pair].bits = _mm_srli_epi64(a[pair].bits, 32);
            c[pair].bits = reason;
            d[pair].bits = _mm_set_epi64x(number_of(at + 1), number_of(at));
        }
        auto first_key = static_cast<std::uint32_t>(luck.seed());
        auto second_key = static_cast<std::uint32_t>(luck.seed() >> 32U);
        for (int round = 0; round < rounds; ++round) {
            auto const first = times(a, 0xD2511F53U);
            auto const second = times(c, 0xCD9E8D57U);
            a = mixed(second, b, first_key);
            b = second;
            c = mixed(first, d, second_key);
            d = first;
            first_key += 0x9E3779B9U;
            second_key += 0xBB67AE85U;
        }
        for (std::size_t pair = 0; pair < a.size(); ++pair) {
            auto const low = _mm_set1_epi64x(0xffffffff);
            auto const ab = _mm_or_si128(
                _mm_and_si128(a[pair].bits, low), _mm_slli_epi64(b[pair].bits, 32));
            auto const cd = _mm_or_si128(
                _mm_and_si128(c[pair].bits, low), _mm_slli_epi64(d[pair].bits, 32));
            auto* into = reinterpret_cast<__m128i*>(blocks[from + 2 * pair].data());
            _mm_storeu_si128(into, _mm_unpacklo_epi64(ab, cd));
            _mm_storeu_si128(into + 1, _mm_unpackhi_epi64(ab, cd));
        }
    }
    for (; from < agents.size(); ++from)
        blocks[from] = luck.block(agents[from], month, purpose, number_of(from));
}

} // namespace

void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<std::uint32_t const> draws,
    std::span<DrawBlock> blocks) {
    auto const number_of = [draws](std::size_t at) { return draws[at]; };
    draw_numbered(luck, month, purpose, agents, number_of, blocks);
}

void draw_many(
    Luck const& luck,
    Month month,
    Purpose purpose,
    std::span<std::uint64_t const> agents,
    std::span<DrawBlock> blocks) {
    auto const first = [](std::size_t) { return 0U; };
    draw_numbered(luck, month, purpose, agents, first, blocks);
}

} // namespace canopy
