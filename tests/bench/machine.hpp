#pragma once

#include <cstddef>

namespace canopy::bench {

/// Bytes a second of a[i] = b[i] + s·c[i] over arrays far larger than the caches.
[[nodiscard]] double triad(int threads);

/// Random 8-byte reads a second from a table of `bytes`.
[[nodiscard]] double gathers(int threads, std::size_t bytes);

/// Firm-steps a second of the replicator of market shares (MODEL.md S1) on plain objects with
/// their links behind pointers, as a first version would have it; one thread.
[[nodiscard]] double plain_objects(std::size_t firms);

/// The same on columns.
[[nodiscard]] double columns(std::size_t firms);

} // namespace canopy::bench
