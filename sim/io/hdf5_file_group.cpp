#include "sim/io/hdf5_file_library.hpp"

#include <array>
#include <functional>
#include <numeric>

namespace canopy::io {

namespace {
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

hid_t make_texts(hid_t group, std::string const& name, Hdf5Object const& extent) {
    auto const type = text_type();
    Hdf5Object const list{H5Pcreate(H5P_DATASET_CREATE)};
    H5Pset_obj_track_times(list.id(), 0);
    H5Pset_attr_creation_order(list.id(), creation_order);
    return checked(
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
}

hid_t write_texts(
    hid_t group,
    std::string const& name,
    Hdf5Object const& extent,
    char const* const* starts) {
    auto const type = text_type();
    auto const id = make_texts(group, name, extent);
    checked(
        H5Dwrite(id, type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, starts), id, "write");
    return id;
}
} // namespace

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

Hdf5Dataset Hdf5Group::create_text_rows(std::string const& name, std::uint64_t extent) {
    return Hdf5Dataset{make_texts(id(), name, space({extent}, {}))};
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

} // namespace canopy::io
