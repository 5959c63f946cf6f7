#pragma once

#include "sim/model/scenario.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace canopy {

/// SHA-256 of what comes piece by piece.
class Sha256 {
  public:
    Sha256();
    Sha256(Sha256 const&) = delete;
    Sha256& operator=(Sha256 const&) = delete;
    Sha256(Sha256&&) = delete;
    Sha256& operator=(Sha256&&) = delete;
    ~Sha256();

    void add(std::string_view text);

    /// The bytes of numbers as they lie in memory.
    template<class Number>
    void add(std::span<Number const> numbers) {
        add_bytes(std::as_bytes(numbers));
    }

    [[nodiscard]] std::string hexadecimal(); ///< ends it

  private:
    struct State;

    void add_bytes(std::span<std::byte const> bytes);

    std::unique_ptr<State> state_;
};

/// SHA-256 of a file, read in pieces; of nothing if it cannot be read.
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& path);

/// SHA-256 of the running program.
[[nodiscard]] std::string const& program_digest();

/// SHA-256 in hexadecimal.
[[nodiscard]] std::string sha256(std::string_view text);

/// Names everything that the opening world of a scenario depends on: its data, leaders
/// and start parameters, scale, seed, and the program itself.
[[nodiscard]] std::string
start_digest(Scenario const& scenario, std::uint64_t start_seed);

} // namespace canopy
