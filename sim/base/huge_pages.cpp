#include "sim/base/huge_pages.hpp"

#include <cstdlib>
#include <new>

#include <malloc.h>
#include <sys/mman.h>

namespace canopy {

namespace {
constexpr std::size_t page = std::size_t{2} << 20U;
constexpr std::size_t cache_line = 64;
} // namespace

void* allocate_pages(std::size_t bytes) {
    auto const large = bytes >= page;
    auto const alignment = large ? page : cache_line;
    auto const rounded = (bytes + alignment - 1) / alignment * alignment;
    void* memory = std::aligned_alloc(alignment, rounded);
    if (memory == nullptr) throw std::bad_alloc{};
    if (large) madvise(memory, rounded, MADV_HUGEPAGE);
    return memory;
}

void release_pages(void* memory) noexcept {
    std::free(memory); // NOLINT(cppcoreguidelines-no-malloc)
}

void keep_freed_memory() {
    constexpr int all = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, all);
    mallopt(M_TRIM_THRESHOLD, all);
}

} // namespace canopy
