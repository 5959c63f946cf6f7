#include "sim/base/random.hpp"

#include "sim/base/vector_math.hpp"

#include <cmath>

namespace canopy {

double normal(double u) {
    constexpr std::array a{
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00};
    constexpr std::array b{
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01};
    constexpr std::array c{
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00};
    constexpr std::array d{
        7.784695709041462e-03,
        3.224671290700398e-01,
        2.445134137142996e+00,
        3.754408661907416e+00};
    constexpr double tail = 0.02425;
    if (u > 1.0 - tail) return -normal(1.0 - u);
    if (u < tail) {
        auto const q = std::sqrt(-2.0 * log(u));
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
               / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1.0);
    }
    auto const q = u - 0.5;
    auto const r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
           / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1.0);
}

double laplace(double u) {
    return u < 0.5 ? log(2.0 * u) : -log(2.0 * (1.0 - u));
}

double gumbel(double u) {
    return -log(-log(u));
}

int poisson(double mean, double u) {
    if (mean <= 0.0) return 0;
    constexpr double normal_above = 200.0;
    if (mean > normal_above) {
        auto const draw = std::floor(mean + std::sqrt(mean) * normal(u) + 0.5);
        return draw > 0.0 ? static_cast<int>(draw) : 0;
    }
    auto probability = exp(-mean);
    auto cumulated = probability;
    int count = 0;
    while (u > cumulated && probability > 0.0) {
        ++count;
        probability *= mean / count;
        cumulated += probability;
    }
    return count;
}

} // namespace canopy
