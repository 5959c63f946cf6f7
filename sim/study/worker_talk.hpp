#pragma once

#include <optional>
#include <string>

namespace canopy::study {

// A supervisor says to a worker, a line each:
//   tried RUN ATTEMPTS                   a run that took its worker down before
//   lost RUN STATUS ATTEMPTS MESSAGE     a run that is not to be tried again
//   chunk CHUNK                          do it, then publish its shard
//   pilot RUN                            make a run and keep nothing
//   keep RUN FILE                        make a run and keep it in a file
// and a worker answers:
//   begin RUN
//   end RUN STATUS START_SECONDS RUN_SECONDS FIRMS
//   whole CHUNK FAILED                   the shard is there
//   kept RUN                             the file is there
//   left CHUNK                           asked to stop: what is done is kept
//   problem TEXT                         a file cannot be read or written; it ends

/// Lines of a pipe.
class LineReader {
  public:
    explicit LineReader(int descriptor)
        : descriptor_{descriptor} {}

    /// Waits for more, or for a signal; false at the end of the pipe.
    bool fill();

    /// The next whole line, if there is one.
    [[nodiscard]] std::optional<std::string> line();

  private:
    int descriptor_;
    std::string text_;
};

/// Writes a whole line; false if nobody reads.
bool write_line(int descriptor, std::string const& line);

} // namespace canopy::study
