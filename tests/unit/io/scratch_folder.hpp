#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

namespace canopy::io {

/// An empty folder that goes with its contents at the end of a test.
class ScratchFolder {
  public:
    ScratchFolder()
        : path_{
            std::filesystem::temp_directory_path()
            / ("canopy-test-" + std::to_string(::getpid()))} {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }

    ScratchFolder(ScratchFolder const&) = delete;
    ScratchFolder& operator=(ScratchFolder const&) = delete;
    ScratchFolder(ScratchFolder&&) = delete;
    ScratchFolder& operator=(ScratchFolder&&) = delete;

    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const {
        return path_ / name;
    }

    [[nodiscard]] bool empty() const { return std::filesystem::is_empty(path_); }

  private:
    std::filesystem::path path_;
};

} // namespace canopy::io
