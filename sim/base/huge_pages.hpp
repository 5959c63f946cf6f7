#pragma once

#include <cstddef>

namespace canopy {

[[nodiscard]] void* allocate_pages(std::size_t bytes);
void release_pages(void* memory) noexcept;

/// Lets the program keep memory that it frees: a month frees and takes the same
/// buffers.
void keep_freed_memory();

/// Puts long columns on 2 MB pages: random reads of the link search miss the TLB
/// otherwise.
template<class Value>
struct HugePageAllocator {
    using value_type = Value;

    HugePageAllocator() = default;

    template<class Other>
    explicit HugePageAllocator(HugePageAllocator<Other> const&) {}

    [[nodiscard]] Value* allocate(std::size_t count) {
        return static_cast<Value*>(allocate_pages(count * sizeof(Value)));
    }

    void deallocate(Value* memory, std::size_t) noexcept { release_pages(memory); }

    bool operator==(HugePageAllocator const&) const = default;
};

} // namespace canopy
