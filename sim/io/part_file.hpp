#pragma once

#include <filesystem>
#include <string>

namespace canopy::io {

/// "cannot <what> '<path>' (<reason of errno>); <remedy>"
[[nodiscard]] std::string
file_problem(std::string const& what, std::filesystem::path const& path, int error);

/// A file under a temporary name that gets its own name when it is complete, and
/// vanishes when it is given up.
class PartFile {
  public:
    /// `<name>.part`, for one writer at a time; a leftover of a killed run is removed.
    [[nodiscard]] static PartFile claim(std::filesystem::path const& final_path);

    /// `<name>.<process>-<chance>.part`, for several writers of the same content; the last one
    /// wins.
    [[nodiscard]] static PartFile own(std::filesystem::path const& final_path);

    PartFile(PartFile const&) = delete;
    PartFile& operator=(PartFile const&) = delete;
    PartFile(PartFile&& other) noexcept;
    PartFile& operator=(PartFile&&) = delete;
    ~PartFile();

    [[nodiscard]] std::filesystem::path const& path() const { return part_; }

    /// Brings the file to the disk and gives it its final name.
    void publish();

  private:
    PartFile(std::filesystem::path final_path, std::filesystem::path part);

    std::filesystem::path final_;
    std::filesystem::path part_; ///< empty once published
};

} // namespace canopy::io
