#include "sim/model/digest.hpp"

#include "sim/base/written.hpp"
#include "sim/io/describe_table.hpp"

#include <array>
#include <fstream>
#include <sstream>

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

std::string sha256(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha256(), nullptr);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned int at = 0; at < size; ++at) {
        hex += digits[bytes[at] >> 4U];
        hex += digits[bytes[at] & 15U];
    }
    return hex;
}

std::string start_digest(Scenario const& scenario, std::uint64_t start_seed) {
    static auto const program = sha256(contents("/proc/self/exe"));
    auto text = program + "\nseed = " + std::to_string(start_seed)
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
