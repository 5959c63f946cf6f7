#include "sim/io/hdf5_file_library.hpp"

#include <string_view>
#include <utility>

namespace canopy::io {

namespace {
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

} // namespace canopy::io
