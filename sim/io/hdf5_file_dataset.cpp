#include "sim/io/hdf5_file_library.hpp"

#include <hdf5_hl.h>

namespace canopy::io {

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

void Hdf5Dataset::write_texts(
    std::uint64_t first, std::vector<std::string> const& texts) {
    if (texts.empty()) return;
    std::vector<char const*> starts;
    for (auto const& text : texts)
        starts.push_back(text.c_str());
    Hdf5Object const target{checked(H5Dget_space(id()), id(), "open")};
    hsize_t const start = first;
    hsize_t const count = texts.size();
    checked(
        H5Sselect_hyperslab(
            target.id(), H5S_SELECT_SET, &start, nullptr, &count, nullptr),
        id(),
        "select");
    auto const source = space({texts.size()}, {});
    auto const type = text_type();
    checked(
        H5Dwrite(id(), type.id(), source.id(), target.id(), H5P_DEFAULT, starts.data()),
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

} // namespace canopy::io
