#include "sim/io/hdf5_file.hpp"

#include "sim/base/error.hpp"
#include "sim/io/hdf5_file_driver.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <numeric>
#include <system_error>
#include <utility>

#include <hdf5.h>
#include <hdf5_hl.h>

namespace canopy::io {

namespace {
static_assert(std::is_same_v<hid_t, std::int64_t>);
constexpr unsigned creation_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

/// Without this the library crashes at exit after a full disk, and prints its own
/// errors.
void start_library() {
    static bool const tamed = [] { return H5dont_atexit() >= 0; }();
    thread_local bool const silent = [] {
        return H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
    }();
    static_cast<void>(tamed && silent);
}

struct Reason {
    int number = 0; ///< errno, 0 if no system call failed
    std::string text;
};

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

/// What the library's error stack says went wrong.
Reason last_reason() {
    Reason reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, collect_reason, &reason);
    if (reason.number != 0)
        reason.text = std::generic_category().message(reason.number);
    return reason;
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

[[noreturn]] void
fail(std::string const& what, std::string const& path, Reason const& reason) {
    throw OutputError{
        "cannot " + what + " in '" + path + "' (" + reason.text + "); "
        + remedy(reason.number)};
}

template<class GetName>
std::string name_from(GetName const& get_name) {
    auto const size = get_name(nullptr, std::size_t{0});
    if (size <= 0) return "?";
    std::string name(static_cast<std::size_t>(size), '\0');
    get_name(name.data(), name.size() + 1);
    return name;
}

/// Throws if a call of the library failed; names object and file by `near`, an open id.
template<class Result>
Result checked(Result result, hid_t near, std::string const& what) {
    if (result >= 0) return result;
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

/// Texts of any length in UTF-8.
Hdf5Object text_type() {
    Hdf5Object type{H5Tcopy(H5T_C_S1)};
    H5Tset_size(type.id(), H5T_VARIABLE);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

/// How datasets are made: no time stamps, so that equal runs give equal files.
Hdf5Object creation(DatasetShape const& shape) {
    Hdf5Object list{H5Pcreate(H5P_DATASET_CREATE)};
    H5Pset_obj_track_times(list.id(), 0);
    H5Pset_attr_creation_order(list.id(), creation_order);
    double missing = 0;
    fill_missing(shape.type, &missing, 1);
    H5Pset_fill_value(list.id(), memory_type(shape.type), &missing);
    if (shape.storage == Storage::fixed) return list;
    std::vector<hsize_t> const chunk{shape.chunk.begin(), shape.chunk.end()};
    H5Pset_chunk(list.id(), static_cast<int>(chunk.size()), chunk.data());
    if (shape.storage == Storage::deflated) {
        H5Pset_shuffle(list.id());
        H5Pset_deflate(list.id(), 1);
    }
    return list;
}

Hdf5Object space(Shape const& extent, Shape const& limit) {
    std::vector<hsize_t> const now{extent.begin(), extent.end()};
    std::vector<hsize_t> const most{limit.begin(), limit.end()};
    return Hdf5Object{H5Screate_simple(
        static_cast<int>(now.size()),
        now.data(),
        most.empty() ? nullptr : most.data())};
}

hid_t make_dataset(
    hid_t group,
    std::string const& name,
    hid_t type,
    Hdf5Object const& extent,
    DatasetShape const& shape) {
    auto const list = creation(shape);
    return checked(
        H5Dcreate2(
            group,
            name.c_str(),
            type,
            extent.id(),
            H5P_DEFAULT,
            list.id(),
            H5P_DEFAULT),
        group,
        "create '" + name + "'");
}

hid_t write_texts(
    hid_t group,
    std::string const& name,
    Hdf5Object const& extent,
    char const* const* starts) {
    auto const type = text_type();
    Hdf5Object const list{H5Pcreate(H5P_DATASET_CREATE)};
    H5Pset_obj_track_times(list.id(), 0);
    H5Pset_attr_creation_order(list.id(), creation_order);
    auto const id = checked(
        H5Dcreate2(
            group,
            name.c_str(),
            type.id(),
            extent.id(),
            H5P_DEFAULT,
            list.id(),
            H5P_DEFAULT),
        group,
        "create '" + name + "'");
    checked(
        H5Dwrite(id, type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, starts), id, "write");
    return id;
}

/// Opens the attribute to write, making it if it is new.
Hdf5Object writable_attribute(
    hid_t object, std::string const& name, hid_t type, Hdf5Object const& extent) {
    if (H5Aexists(object, name.c_str()) > 0) {
        return Hdf5Object{checked(
            H5Aopen(object, name.c_str(), H5P_DEFAULT), object, "open '" + name + "'")};
    }
    return Hdf5Object{checked(
        H5Acreate2(object, name.c_str(), type, extent.id(), H5P_DEFAULT, H5P_DEFAULT),
        object,
        "create '" + name + "'")};
}
} // namespace

Hdf5Object::Hdf5Object(std::int64_t id)
    : id_{id} {}

Hdf5Object::Hdf5Object(Hdf5Object&& other) noexcept
    : id_{std::exchange(other.id_, -1)} {}

Hdf5Object& Hdf5Object::operator=(Hdf5Object&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
}

Hdf5Object::~Hdf5Object() {
    if (id_ >= 0 && H5Iis_valid(id_) > 0) H5Idec_ref(id_);
}

std::int64_t Hdf5Object::release() {
    return std::exchange(id_, -1);
}

void Hdf5Object::set_attribute(std::string const& name, std::string_view text) {
    auto const type = text_type();
    auto const scalar = Hdf5Object{H5Screate(H5S_SCALAR)};
    auto const attribute = writable_attribute(id_, name, type.id(), scalar);
    std::string const terminated{text};
    auto const* const start = terminated.c_str();
    checked(H5Awrite(attribute.id(), type.id(), &start), id_, "write '" + name + "'");
}

void Hdf5Object::set_attribute(std::string const& name, ColumnView values) {
    auto const extent = values.size() == 1 ? Hdf5Object{H5Screate(H5S_SCALAR)}
                                           : space({values.size()}, {});
    auto const attribute =
        writable_attribute(id_, name, file_type(values.type()), extent);
    checked(
        H5Awrite(attribute.id(), memory_type(values.type()), values.first()),
        id_,
        "write '" + name + "'");
}

bool Hdf5Object::has_attribute(std::string const& name) const {
    return H5Aexists(id_, name.c_str()) > 0;
}

std::string Hdf5Object::text(std::string const& attribute) const {
    auto const type = text_type();
    Hdf5Object const opened{checked(
        H5Aopen(id_, attribute.c_str(), H5P_DEFAULT), id_, "find '" + attribute + "'")};
    char* start = nullptr;
    checked(H5Aread(opened.id(), type.id(), &start), id_, "read '" + attribute + "'");
    std::string text = start == nullptr ? "" : start;
    H5free_memory(start);
    return text;
}

void Hdf5Object::read_attribute(
    std::string const& name, ColumnType type, void* into) const {
    Hdf5Object const opened{
        checked(H5Aopen(id_, name.c_str(), H5P_DEFAULT), id_, "find '" + name + "'")};
    checked(H5Aread(opened.id(), memory_type(type), into), id_, "read '" + name + "'");
}

void Hdf5Dataset::extend(Shape const& extent) {
    std::vector<hsize_t> const size{extent.begin(), extent.end()};
    checked(H5Dset_extent(id(), size.data()), id(), "extend");
}

void Hdf5Dataset::write(Shape const& first, Shape const& count, ColumnView values) {
    Hdf5Object const target{checked(H5Dget_space(id()), id(), "open")};
    std::vector<hsize_t> const start{first.begin(), first.end()};
    std::vector<hsize_t> const size{count.begin(), count.end()};
    checked(
        H5Sselect_hyperslab(
            target.id(), H5S_SELECT_SET, start.data(), nullptr, size.data(), nullptr),
        id(),
        "select");
    auto const source = space({values.size()}, {});
    checked(
        H5Dwrite(
            id(),
            memory_type(values.type()),
            source.id(),
            target.id(),
            H5P_DEFAULT,
            values.first()),
        id(),
        "write");
}

void Hdf5Dataset::write_chunk(Shape const& first, std::span<std::byte const> packed) {
    std::vector<hsize_t> const start{first.begin(), first.end()};
    checked(
        H5Dwrite_chunk(
            id(), H5P_DEFAULT, 0, start.data(), packed.size(), packed.data()),
        id(),
        "write");
}

void Hdf5Dataset::make_scale(std::string const& name) {
    checked(H5DSset_scale(id(), name.c_str()), id(), "name the dimension");
}

void Hdf5Dataset::attach_scale(unsigned dimension, Hdf5Dataset const& scale) {
    checked(H5DSattach_scale(id(), scale.id(), dimension), id(), "attach a dimension");
}

Hdf5Group Hdf5Group::create_group(std::string const& path) {
    auto const parent = path.rfind('/');
    if (parent != std::string::npos) {
        auto const above = path.substr(0, parent);
        auto const name = path.substr(parent + 1);
        return has(above) ? group(above).create_group(name)
                          : create_group(above).create_group(name);
    }
    Hdf5Object const list{H5Pcreate(H5P_GROUP_CREATE)};
    H5Pset_link_creation_order(list.id(), creation_order);
    H5Pset_attr_creation_order(list.id(), creation_order);
    H5Pset_obj_track_times(list.id(), 0);
    return Hdf5Group{checked(
        H5Gcreate2(id(), path.c_str(), H5P_DEFAULT, list.id(), H5P_DEFAULT),
        id(),
        "create '" + path + "'")};
}

Hdf5Dataset Hdf5Group::create(std::string const& name, DatasetShape const& shape) {
    auto const extent = space(shape.extent, shape.limit);
    return Hdf5Dataset{make_dataset(id(), name, file_type(shape.type), extent, shape)};
}

Hdf5Dataset Hdf5Group::create_texts(
    std::string const& name, std::vector<std::string> const& texts) {
    std::vector<char const*> starts;
    for (auto const& text : texts)
        starts.push_back(text.c_str());
    return Hdf5Dataset{
        write_texts(id(), name, space({texts.size()}, {}), starts.data())};
}

void Hdf5Group::create_text(std::string const& name, std::string const& text) {
    auto const* const start = text.c_str();
    Hdf5Dataset const made{
        write_texts(id(), name, Hdf5Object{H5Screate(H5S_SCALAR)}, &start)};
}

Hdf5Dataset Hdf5Group::create_dimension(
    std::string const& name, std::uint64_t extent, std::uint64_t limit) {
    DatasetShape shape{.type = ColumnType::f32, .extent = {extent}};
    if (limit != extent) {
        constexpr std::uint64_t never_written = 1024;
        shape.limit = {limit};
        shape.chunk = {never_written};
        shape.storage = Storage::chunked;
    }
    Hdf5Dataset made{make_dataset(
        id(), name, H5T_IEEE_F32BE, space(shape.extent, shape.limit), shape)};
    // netCDF-4 knows by these words that the dataset is a dimension only.
    auto const digits = std::to_string(extent);
    made.make_scale(
        "This is a netCDF dimension but not a netCDF variable."
        + std::string(digits.size() < 10 ? 10 - digits.size() : 0, ' ') + digits);
    return made;
}

Hdf5Group Hdf5Group::group(std::string const& path) const {
    return Hdf5Group{checked(
        H5Gopen2(id(), path.c_str(), H5P_DEFAULT), id(), "find '" + path + "'")};
}

Hdf5Dataset Hdf5Group::dataset(std::string const& path) const {
    return Hdf5Dataset{checked(
        H5Dopen2(id(), path.c_str(), H5P_DEFAULT), id(), "find '" + path + "'")};
}

bool Hdf5Group::has(std::string const& path) const {
    auto const parent = path.rfind('/');
    if (parent != std::string::npos && !has(path.substr(0, parent))) return false;
    return H5Lexists(id(), path.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> Hdf5Group::names() const {
    H5G_info_t info{};
    checked(H5Gget_info(id(), &info), id(), "list");
    std::vector<std::string> names;
    for (hsize_t link = 0; link < info.nlinks; ++link) {
        names.push_back(name_from([&](char* name, std::size_t size) {
            return H5Lget_name_by_idx(
                id(),
                ".",
                H5_INDEX_CRT_ORDER,
                H5_ITER_INC,
                link,
                name,
                size,
                H5P_DEFAULT);
        }));
    }
    return names;
}

Shape Hdf5Group::extent(std::string const& dataset_path) const {
    auto const opened = dataset(dataset_path);
    Hdf5Object const room{checked(H5Dget_space(opened.id()), opened.id(), "open")};
    std::array<hsize_t, H5S_MAX_RANK> size{};
    auto const rank = checked(
        H5Sget_simple_extent_dims(room.id(), size.data(), nullptr),
        opened.id(),
        "measure");
    return {size.begin(), size.begin() + rank};
}

std::size_t Hdf5Group::count(std::string const& dataset_path) const {
    auto const size = extent(dataset_path);
    return std::accumulate(
        size.begin(), size.end(), std::size_t{1}, std::multiplies<>{});
}

void Hdf5Group::read_values(
    std::string const& dataset_path, ColumnType type, void* into) const {
    auto const opened = dataset(dataset_path);
    checked(
        H5Dread(opened.id(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, into),
        opened.id(),
        "read");
}

std::vector<std::string> Hdf5Group::read_texts(std::string const& dataset_path) const {
    auto const opened = dataset(dataset_path);
    auto const type = text_type();
    std::vector<char*> starts(count(dataset_path));
    checked(
        H5Dread(opened.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, starts.data()),
        opened.id(),
        "read");
    std::vector<std::string> texts;
    for (auto* start : starts) {
        texts.emplace_back(start == nullptr ? "" : start);
        H5free_memory(start);
    }
    return texts;
}

Hdf5File::Hdf5File(std::filesystem::path path)
    : path_{std::move(path)}
    , error_{std::make_unique<int>(0)} {}

namespace {
/// Metadata reach the disk at a flush only, so that a killed run leaves the last flush.
void hold_metadata(hid_t list) {
    H5AC_cache_config_t cache{};
    cache.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    H5Pget_mdc_config(list, &cache);
    cache.evictions_enabled = 0;
    cache.incr_mode = H5C_incr__off;
    cache.flash_incr_mode = H5C_flash_incr__off;
    cache.decr_mode = H5C_decr__off;
    H5Pset_mdc_config(list, &cache);
}

Hdf5Object access() {
    Hdf5Object list{H5Pcreate(H5P_FILE_ACCESS)};
    H5Pset_libver_bounds(list.id(), H5F_LIBVER_V18, H5F_LIBVER_V18);
    H5Pset_fclose_degree(list.id(), H5F_CLOSE_STRONG);
    return list;
}
} // namespace

Hdf5File Hdf5File::create(std::filesystem::path const& path) {
    start_library();
    Hdf5File file{path};
    auto const list = access();
    hold_metadata(list.id());
    write_through_driver(list.id(), file.error_.get());
    Hdf5Object const made{H5Pcreate(H5P_FILE_CREATE)};
    H5Pset_link_creation_order(made.id(), creation_order);
    H5Pset_attr_creation_order(made.id(), creation_order);
    H5Pset_obj_track_times(made.id(), 0);
    constexpr unsigned small_index = 8; // of chunks: most datasets have a few
    H5Pset_istore_k(made.id(), small_index);
    auto const id = H5Fcreate(path.c_str(), H5F_ACC_EXCL, made.id(), list.id());
    file.check_written("create");
    if (id < 0) fail("create results", path.string(), last_reason());
    file.file_ = Hdf5Object{id};
    return file;
}

Hdf5File Hdf5File::open(std::filesystem::path const& path) {
    start_library();
    Hdf5File file{path};
    auto const list = access();
    auto const id = H5Fopen(path.c_str(), H5F_ACC_RDONLY, list.id());
    if (id < 0) fail("read results", path.string(), last_reason());
    file.file_ = Hdf5Object{id};
    return file;
}

Hdf5Group Hdf5File::root() const {
    return Hdf5Group{
        checked(H5Gopen2(file_.id(), "/", H5P_DEFAULT), file_.id(), "open the root")};
}

void Hdf5File::check_written(std::string const& what) const {
    if (*error_ == 0) return;
    fail(
        what + " results",
        path_.string(),
        {*error_, std::generic_category().message(*error_)});
}

void Hdf5File::flush() {
    checked(H5Fflush(file_.id(), H5F_SCOPE_LOCAL), file_.id(), "write results");
    check_written("write");
}

void Hdf5File::close() {
    flush();
    if (H5Fclose(file_.release()) < 0) fail("close results", path_.string(), last_reason());
    check_written("close");
}

} // namespace canopy::io
