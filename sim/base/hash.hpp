#pragma once

#include <cstdint>
#include <string_view>

namespace canopy {

/// Scrambles 64 bits (finaliser of SplitMix64, Steele et al. 2014).
[[nodiscard]] constexpr std::uint64_t scramble(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27U;
    x *= 0x94d049bb133111ebULL;
    x ^= x >> 31U;
    return x;
}

/// Order-dependent combination of two hashes.
[[nodiscard]] constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
    return scramble(a + 0x9E3779B97F4A7C15ULL + scramble(b + 0xD1B54A32D192ED03ULL));
}

/// Hash of a name (FNV-1a): keys draws by what a place or sector is called, not by its
/// row.
[[nodiscard]] constexpr std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (auto const letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    return scramble(hash);
}

} // namespace canopy
