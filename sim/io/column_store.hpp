#pragma once

#include "sim/io/column_view.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace canopy::io {

/// Named columns in one file, complete or absent: how a saved start is kept.
class ColumnStore {
  public:
    using Named = std::vector<std::pair<std::string, ColumnView>>;

    /// The digest says what the columns were made from.
    static void write(
        std::filesystem::path const& path,
        std::string const& digest,
        Named const& columns);

    /// Reads and verifies a file; damage or another digest is an OutputError.
    [[nodiscard]] static ColumnStore
    read(std::filesystem::path const& path, std::string const& digest);

    ColumnStore(ColumnStore const&) = delete;
    ColumnStore& operator=(ColumnStore const&) = delete;
    ColumnStore(ColumnStore&&) = default;
    ColumnStore& operator=(ColumnStore&&) = default;
    ~ColumnStore() = default;

    [[nodiscard]] std::vector<std::string> names() const;

    /// A column by name; one that is missing or of another type is an OutputError.
    template<class T>
    [[nodiscard]] std::span<T const> column(std::string const& name) const {
        auto const view = find(name, type_of<T>());
        return {static_cast<T const*>(view.first()), view.size()};
    }

  private:
    explicit ColumnStore(std::filesystem::path path)
        : path_{std::move(path)} {}

    [[nodiscard]] ColumnView find(std::string const& name, ColumnType type) const;
    void load();
    void index(std::string const& digest);

    std::filesystem::path path_;
    std::vector<std::uint64_t> words_; ///< the whole file
    Named columns_;                    ///< views into words_
};

} // namespace canopy::io
