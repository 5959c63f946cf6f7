#pragma once

#include "sim/base/huge_pages.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace canopy {

/// One property of every row of a table, addressed by the table's own id.
template<class IdType, class Value>
class Column {
  public:
    using value_type = Value;

    Column() = default;

    explicit Column(std::size_t rows, Value value = {})
        : values_(rows, value) {}

    Value& operator[](IdType id) { return values_[id.row()]; }

    Value const& operator[](IdType id) const { return values_[id.row()]; }

    [[nodiscard]] std::size_t size() const { return values_.size(); }

    /// Room grows by an eighth: doubled, half of the memory would be nobody's.
    void resize(std::size_t rows) {
        if (rows > values_.capacity()) values_.reserve(rows + rows / 8);
        values_.resize(rows);
    }

    void assign(std::size_t rows, Value value) { values_.assign(rows, value); }

    void swap(Column& other) noexcept { values_.swap(other.values_); }

    [[nodiscard]] std::span<Value> values() { return values_; }

    [[nodiscard]] std::span<Value const> values() const { return values_; }

    [[nodiscard]] std::size_t bytes() const {
        return values_.capacity() * sizeof(Value);
    }

  private:
    std::vector<Value, HugePageAllocator<Value>> values_;
};

} // namespace canopy
