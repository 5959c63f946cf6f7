#include "sim/io/hdf5_file_library.hpp"

#include "sim/base/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace canopy::io {

void start_library() {
    static bool const tamed = [] { return H5dont_atexit() >= 0; }();
    thread_local bool const silent = [] {
        return H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
    }();
    static_cast<void>(tamed && silent);
}

namespace {
herr_t collect_reason(unsigned depth, H5E_error2_t const* error, void* into) {
    auto& reason = *static_cast<Reason*>(into);
    std::string const words = error->desc == nullptr ? "" : error->desc;
    if (depth == 0) reason.text = words;
    constexpr std::string_view mark = "errno = ";
    auto const at = words.find(mark);
    if (reason.number == 0 && at != std::string::npos) {
        reason.number = std::atoi(words.c_str() + at + mark.size());
    }
    return 0;
}

std::string remedy(int number) {
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return "free some space or choose another place for the results";
    case EFBIG:
        return "raise the limit on file sizes (ulimit -f) or record less";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a place you may write to";
    case EAGAIN:
        return "another program has the file open; wait for it to finish";
    case EEXIST:
        return "remove the file or choose another place";
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
        return "check the path";
    default:
        return "check the file and the disk it lies on";
    }
}
} // namespace

Reason last_reason() {
    Reason reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, collect_reason, &reason);
    if (reason.number != 0)
        reason.text = std::generic_category().message(reason.number);
    return reason;
}

void fail(std::string const& what, std::string const& path, Reason const& reason) {
    throw OutputError{
        "cannot " + what + " in '" + path + "' (" + reason.text + "); "
        + remedy(reason.number)};
}

void fail_at(hid_t near, std::string const& what) {
    auto const reason = last_reason();
    auto const object = name_from(
        [&](char* name, std::size_t size) { return H5Iget_name(near, name, size); });
    auto const file = name_from(
        [&](char* name, std::size_t size) { return H5Fget_name(near, name, size); });
    fail(what + " at '" + object + "'", file, reason);
}

hid_t memory_type(ColumnType type) {
    switch (type) {
    case ColumnType::i8:
        return H5T_NATIVE_INT8;
    case ColumnType::i16:
        return H5T_NATIVE_INT16;
    case ColumnType::i32:
        return H5T_NATIVE_INT32;
    case ColumnType::i64:
        return H5T_NATIVE_INT64;
    case ColumnType::u8:
        return H5T_NATIVE_UINT8;
    case ColumnType::u16:
        return H5T_NATIVE_UINT16;
    case ColumnType::u32:
        return H5T_NATIVE_UINT32;
    case ColumnType::u64:
        return H5T_NATIVE_UINT64;
    case ColumnType::f32:
        return H5T_NATIVE_FLOAT;
    case ColumnType::f64:
        break;
    }
    return H5T_NATIVE_DOUBLE;
}

hid_t file_type(ColumnType type) {
    switch (type) {
    case ColumnType::i8:
        return H5T_STD_I8LE;
    case ColumnType::i16:
        return H5T_STD_I16LE;
    case ColumnType::i32:
        return H5T_STD_I32LE;
    case ColumnType::i64:
        return H5T_STD_I64LE;
    case ColumnType::u8:
        return H5T_STD_U8LE;
    case ColumnType::u16:
        return H5T_STD_U16LE;
    case ColumnType::u32:
        return H5T_STD_U32LE;
    case ColumnType::u64:
        return H5T_STD_U64LE;
    case ColumnType::f32:
        return H5T_IEEE_F32LE;
    case ColumnType::f64:
        break;
    }
    return H5T_IEEE_F64LE;
}

Hdf5Object text_type() {
    Hdf5Object type{H5Tcopy(H5T_C_S1)};
    H5Tset_size(type.id(), H5T_VARIABLE);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

Hdf5Object space(Shape const& extent, Shape const& limit) {
    std::vector<hsize_t> const now{extent.begin(), extent.end()};
    std::vector<hsize_t> const most{limit.begin(), limit.end()};
    return Hdf5Object{H5Screate_simple(
        static_cast<int>(now.size()),
        now.data(),
        most.empty() ? nullptr : most.data())};
}

} // namespace canopy::io
