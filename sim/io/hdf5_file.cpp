#include "sim/io/hdf5_file.hpp"

#include "sim/io/hdf5_file_driver.hpp"
#include "sim/io/hdf5_file_library.hpp"

#include <system_error>
#include <utility>

namespace canopy::io {

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
    if (H5Fclose(file_.release()) < 0)
        fail("close results", path_.string(), last_reason());
    check_written("close");
}

} // namespace canopy::io
