#pragma once

#include "sim/io/hdf5_file.hpp"

#include <string>
#include <type_traits>

#include <hdf5.h>

namespace canopy::io {

static_assert(std::is_same_v<hid_t, std::int64_t>);

/// netCDF-4 readers want to know in what order things were made.
inline constexpr unsigned creation_order =
    H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

/// Must come before the first call of the library: without it a full disk crashes the
/// program at exit, and the library prints its own errors.
void start_library();

/// Why a call of the library failed.
struct Reason {
    int number = 0; ///< errno, 0 if no system call failed
    std::string text;
};

/// What the library's error stack says went wrong.
[[nodiscard]] Reason last_reason();

/// Throws the OutputError of a file.
[[noreturn]] void
fail(std::string const& what, std::string const& path, Reason const& reason);

/// Throws the OutputError of an object, which `near`, an open id, tells.
[[noreturn]] void fail_at(hid_t near, std::string const& what);

/// The result of a call, if it did not fail.
template<class Result>
Result checked(Result result, hid_t near, std::string const& what) {
    if (result < 0) fail_at(near, what);
    return result;
}

/// A text of the library, asked for twice: how long, and what.
template<class GetName>
[[nodiscard]] std::string name_from(GetName const& get_name) {
    auto const size = get_name(nullptr, std::size_t{0});
    if (size <= 0) return "?";
    std::string name(static_cast<std::size_t>(size), '\0');
    get_name(name.data(), name.size() + 1);
    return name;
}

[[nodiscard]] hid_t memory_type(ColumnType type);
[[nodiscard]] hid_t file_type(ColumnType type);
[[nodiscard]] Hdf5Object text_type(); ///< of any length in UTF-8
[[nodiscard]] Hdf5Object space(Shape const& extent, Shape const& limit);

} // namespace canopy::io
