#pragma once

#include <cstdint>

namespace canopy::io {

/// Lets a file-access list write through our own driver of the HDF5 library, for two
/// reasons. The library cannot close a file that it failed to write: the driver notes
/// the first failure in `error` (an errno) and claims success, so that a full disk ends
/// in a message. And a flush brings new objects to the disk before anything that points
/// to them, so that a run killed meanwhile leaves a readable file.
void write_through_driver(std::int64_t access_list, int* error);

} // namespace canopy::io
