#include "sim/model/digest.hpp"

#include "sim/base/written.hpp"
#include "sim/io/describe_table.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <vector>

#include <openssl/evp.h>

namespace canopy {

namespace {

std::string contents(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What `describe` calls to write a struct's values as text.
template<class Params>
class ValueWriter {
  public:
    ValueWriter(Params const& params, std::string& text)
        : params_{params}
        , text_{text} {}

    template<class Owner, class Value, class... Rest>
    void operator()(std::string_view key, Value Owner::*member, Rest const&...) const {
        text_ += key;
        text_ += " = " + FieldType<Value>::text(params_.*member) + "\n";
    }

  private:
    Params const& params_;
    std::string& text_;
};

} // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
};

Sha256::Sha256()
    : state_{std::make_unique<State>()} {
    EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr);
}

Sha256::~Sha256() {
    EVP_MD_CTX_free(state_->context);
}

void Sha256::add(std::string_view text) {
    EVP_DigestUpdate(state_->context, text.data(), text.size());
}

void Sha256::add_bytes(std::span<std::byte const> bytes) {
    EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

std::string Sha256::hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(state_->context, bytes.data(), &size);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned int at = 0; at < size; ++at) {
        hex += digits[bytes[at] >> 4U];
        hex += digits[bytes[at] & 15U];
    }
    return hex;
}

std::string sha256(std::string_view text) {
    Sha256 digest;
    digest.add(text);
    return digest.hexadecimal();
}

std::string sha256_of_file(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    std::vector<char> piece(std::size_t{1} << 16U);
    Sha256 digest;
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size()))
           || file.gcount() > 0)
        digest.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    return digest.hexadecimal();
}

std::string const& program_digest() {
    static auto const program = sha256_of_file("/proc/self/exe");
    return program;
}

std::string start_digest(Scenario const& scenario, std::uint64_t start_seed) {
    auto text = program_digest() + "\nseed = " + std::to_string(start_seed)
                + "\nscale = " + written(scenario.world.scale) + "\n";
    Parameters::tables(
        scenario.parameters,
        [&](std::string_view key, auto const& params, bool starts) {
            using Params = std::remove_cvref_t<decltype(params)>;
            if (!starts) return;
            text += "[" + std::string{key} + "]\n";
            Params::describe(ValueWriter<Params>{params, text});
        });
    for (auto const& leader : scenario.leaders)
        text += leader.name + ' ' + std::to_string(leader.sector.row()) + ' '
                + std::to_string(leader.place.row()) + ' ' + written(leader.revenue)
                + ' ' + std::to_string(leader.workers) + '\n';
    for (auto const& file :
         {scenario.files.coefficients, scenario.files.sectors, scenario.files.places})
        text += sha256(contents(file)) + '\n';
    return sha256(text);
}

} // namespace canopy
