#include "sim/base/vector_math.hpp"

#include <cstdlib>
#include <cstring>

#include <immintrin.h>
#include <sleef.h>

// sleef.h declares the wider variants only when the whole file is compiled for them.
extern "C" {
__m256d Sleef_cinz_expd4_u10avx(__m256d);
__m256d Sleef_cinz_logd4_u10avx(__m256d);
__m512d Sleef_cinz_expd8_u10avx512fnofma(__m512d);
__m512d Sleef_cinz_logd8_u10avx512fnofma(__m512d);
}

namespace canopy {

namespace {

using Loop = std::size_t (*)(double*, std::size_t);

template<auto function>
std::size_t by_two(double* values, std::size_t count) {
    std::size_t at = 0;
    for (; at + 2 <= count; at += 2)
        _mm_storeu_pd(values + at, function(_mm_loadu_pd(values + at)));
    return at;
}

template<auto function>
__attribute__((target("avx"))) std::size_t by_four(double* values, std::size_t count) {
    std::size_t at = 0;
    for (; at + 4 <= count; at += 4)
        _mm256_storeu_pd(values + at, function(_mm256_loadu_pd(values + at)));
    return at;
}

template<auto function>
__attribute__((target("avx512f"))) std::size_t
by_eight(double* values, std::size_t count) {
    std::size_t at = 0;
    for (; at + 8 <= count; at += 8)
        _mm512_storeu_pd(values + at, function(_mm512_loadu_pd(values + at)));
    return at;
}

struct Width {
    std::string_view name;
    Loop exp;
    Loop log;
};

Width choose_width() {
    Width const sse2{
        "sse2", by_two<Sleef_cinz_expd2_u10sse2>, by_two<Sleef_cinz_logd2_u10sse2>};
    Width const avx2{
        "avx2", by_four<Sleef_cinz_expd4_u10avx>, by_four<Sleef_cinz_logd4_u10avx>};
    Width const avx512{
        "avx512",
        by_eight<Sleef_cinz_expd8_u10avx512fnofma>,
        by_eight<Sleef_cinz_logd8_u10avx512fnofma>};
    auto const* forced = std::getenv("CANOPY_VECTOR_WIDTH");
    auto const wanted = [&](Width const& width) {
        return forced == nullptr || width.name == forced;
    };
    if (wanted(avx512) && __builtin_cpu_supports("avx512f")) return avx512;
    if (wanted(avx2) && __builtin_cpu_supports("avx2")) return avx2;
    return sse2;
}

Width const& width() {
    static Width const chosen = choose_width();
    return chosen;
}

} // namespace

double exp(double x) {
    return Sleef_cinz_expd1_u10purec(x);
}

double log(double x) {
    return Sleef_cinz_logd1_u10purec(x);
}

double pow(double base, double exponent) {
    return Sleef_cinz_powd1_u10purec(base, exponent);
}

void exp(std::span<double> values) {
    auto const done = width().exp(values.data(), values.size());
    for (auto& value : values.subspan(done))
        value = exp(value);
}

void log(std::span<double> values) {
    auto const done = width().log(values.data(), values.size());
    for (auto& value : values.subspan(done))
        value = log(value);
}

std::string_view vector_width() {
    return width().name;
}

} // namespace canopy
