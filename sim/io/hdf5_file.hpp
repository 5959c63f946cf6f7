#pragma once

#include "sim/io/column_view.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace canopy::io {

using Shape = std::vector<std::uint64_t>;
inline constexpr std::uint64_t unlimited = ~std::uint64_t{0};

enum class Storage : std::uint8_t {
    fixed,   ///< in one piece
    chunked, ///< grows up to its limit
    deflated ///< chunked, shuffled and deflated
};

/// What a dataset looks like; missing values are NaN or −1.
struct DatasetShape {
    ColumnType type = ColumnType::f64;
    Shape extent;
    Shape limit = {}; ///< of growing datasets
    Shape chunk = {};
    Storage storage = Storage::fixed;
};

/// One open HDF5 object, closed at the end of its life; every failure is an OutputError
/// that names file, object, reason and remedy.
class Hdf5Object {
  public:
    Hdf5Object() = default;
    explicit Hdf5Object(std::int64_t id);
    Hdf5Object(Hdf5Object const&) = delete;
    Hdf5Object& operator=(Hdf5Object const&) = delete;
    Hdf5Object(Hdf5Object&& other) noexcept;
    Hdf5Object& operator=(Hdf5Object&& other) noexcept;
    ~Hdf5Object();

    [[nodiscard]] std::int64_t id() const { return id_; }

    void set_attribute(std::string const& name, std::string_view text);
    void
    set_attribute(std::string const& name, ColumnView values); ///< 1 value: a scalar

    [[nodiscard]] std::string text(std::string const& attribute) const;
    [[nodiscard]] bool has_attribute(std::string const& name) const;

    /// The value of a scalar attribute.
    template<class T>
    [[nodiscard]] T number(std::string const& attribute) const {
        T value{};
        read_attribute(attribute, type_of<T>(), &value);
        return value;
    }

    /// Gives up ownership.
    [[nodiscard]] std::int64_t release();

  private:
    void read_attribute(std::string const& name, ColumnType type, void* into) const;

    std::int64_t id_ = -1;
};

/// A grid of numbers or texts.
class Hdf5Dataset : public Hdf5Object {
  public:
    using Hdf5Object::Hdf5Object;

    void extend(Shape const& extent);

    /// Writes the block of `count` values from `first` on, converting the type.
    void write(Shape const& first, Shape const& count, ColumnView values);

    /// Writes texts from row `first` on into a dataset made by create_text_rows.
    void write_texts(std::uint64_t first, std::vector<std::string> const& texts);

    /// Stores a whole chunk of a deflated dataset, already shuffled and deflated.
    void write_chunk(Shape const& first, std::span<std::byte const> packed);

    void make_scale(std::string const& name);
    void attach_scale(unsigned dimension, Hdf5Dataset const& scale);
};

/// A folder inside the file.
class Hdf5Group : public Hdf5Object {
  public:
    using Hdf5Object::Hdf5Object;

    [[nodiscard]] Hdf5Group create_group(std::string const& path);
    [[nodiscard]] Hdf5Dataset
    create(std::string const& name, DatasetShape const& shape);
    Hdf5Dataset
    create_texts(std::string const& name, std::vector<std::string> const& texts);
    void create_text(std::string const& name, std::string const& text);

    /// Texts that are written piece by piece.
    [[nodiscard]] Hdf5Dataset
    create_text_rows(std::string const& name, std::uint64_t extent);

    /// A netCDF dimension without values of its own.
    [[nodiscard]] Hdf5Dataset create_dimension(
        std::string const& name, std::uint64_t extent, std::uint64_t limit);

    [[nodiscard]] Hdf5Group group(std::string const& path) const;
    [[nodiscard]] Hdf5Dataset dataset(std::string const& path) const;
    [[nodiscard]] bool has(std::string const& path) const;
    [[nodiscard]] std::vector<std::string> names() const; ///< in order of creation
    [[nodiscard]] Shape extent(std::string const& dataset) const;
    [[nodiscard]] std::vector<std::string> read_texts(std::string const& dataset) const;

    /// All values of a dataset, the last dimension fastest.
    template<class T>
    [[nodiscard]] std::vector<T> read(std::string const& dataset) const {
        std::vector<T> values(count(dataset));
        read_values(dataset, type_of<T>(), values.data());
        return values;
    }

  private:
    [[nodiscard]] std::size_t count(std::string const& dataset) const;
    void read_values(std::string const& dataset, ColumnType type, void* into) const;
};

/// An HDF5 file that netCDF-4 readers accept: bounds of HDF5 1.8, creation order kept.
class Hdf5File {
  public:
    /// Makes a new file; one that exists already is an error.
    [[nodiscard]] static Hdf5File create(std::filesystem::path const& path);
    [[nodiscard]] static Hdf5File open(std::filesystem::path const& path); ///< to read

    [[nodiscard]] Hdf5Group root() const;
    void flush();
    void close(); ///< closes all objects of the file too

  private:
    explicit Hdf5File(std::filesystem::path path);

    /// Throws if anything could not be written so far.
    void check_written(std::string const& what) const;

    std::filesystem::path path_;
    std::unique_ptr<int>
        error_; ///< errno of the first write that failed; outlives the file
    Hdf5Object file_;
};

} // namespace canopy::io
