#pragma once

#include "sim/io/node.hpp"
#include "sim/io/table_reader.hpp"

#include <string_view>
#include <vector>

namespace canopy {

/// What a value should have been, in both languages: "a number", "数值".
struct Wanted {
    std::string_view en;
    std::string_view zh;
};

[[nodiscard]] Complaint
wrong_kind(Node const& got, FieldSpec const& spec, Wanted wanted);
[[nodiscard]] Complaint not_finite(Node const& got, FieldSpec const& spec);
[[nodiscard]] Complaint not_whole(Node const& got, FieldSpec const& spec);
[[nodiscard]] Complaint too_large(Node const& got, FieldSpec const& spec);

/// Out of `spec.range`; suggests the opposite sign or a share for a percentage where
/// that fits.
[[nodiscard]] Complaint out_of_range(Node const& got, FieldSpec const& spec);

[[nodiscard]] Complaint not_a_month(Node const& got, FieldSpec const& spec);

/// `words` is not empty.
[[nodiscard]] Complaint not_among(
    Node const& got, FieldSpec const& spec, std::vector<std::string> const& words);

[[nodiscard]] Complaint wrong_unit(Node const& got, FieldSpec const& spec);
[[nodiscard]] Complaint
wrong_length(std::size_t got, std::size_t wanted, FieldSpec const& spec);

} // namespace canopy
