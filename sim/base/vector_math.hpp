#pragma once

#include <span>
#include <string_view>

namespace canopy {

// Transcendental functions whose bits do not depend on processor, compiler or flags
// (SLEEF's `cinz` family). libm's must not reach the state of the model: its exp, log
// and pow change with the processor's FMA unit.

[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double pow(double base, double exponent);

/// Replaces every value by its exponential / logarithm, several at a time.
void exp(std::span<double> values);
void log(std::span<double> values);

/// Width in use, also for draws: "sse2", "avx2" or "avx512". Chosen once at start from the processor;
/// the tests force it with the environment variable CANOPY_VECTOR_WIDTH.
[[nodiscard]] std::string_view vector_width();

} // namespace canopy
