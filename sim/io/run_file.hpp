#pragma once

#include "sim/io/run_layout.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace canopy::io {

/// The results of one run, written as it goes: under the name `<path>.part` until
/// finish(), in groups of months closed by `committed_months`. Given up without
/// finish(), it vanishes; killed, it leaves a `.part` that is readable up to
/// `committed_months`.
class RunFile {
  public:
    RunFile(
        std::filesystem::path const& final_path,
        RunHeader const& header,
        RunLayout const& layout);
    RunFile(RunFile const&) = delete;
    RunFile& operator=(RunFile const&) = delete;
    RunFile(RunFile&&) noexcept;
    RunFile& operator=(RunFile&&) = delete;
    ~RunFile();

    /// Keeps a month; every twelfth is followed by commit().
    void append(MonthRecord const& record);

    /// Writes every enterprise and link at the end of a month such as "2023-12".
    void
    snapshot(std::string const& month, TableView const& firms, TableView const& links);

    /// Brings the months kept to the file, `committed_months` last.
    void commit();

    /// Commits, closes and gives the file its name; nothing may follow.
    void finish();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace canopy::io
