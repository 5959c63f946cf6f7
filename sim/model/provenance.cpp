#include "sim/model/provenance.hpp"

#include "sim/model/digest.hpp"

#include <array>
#include <ctime>

namespace canopy {

namespace {

std::string now_utc() {
    auto const seconds = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

} // namespace

io::RunHeader run_header(Scenario const& scenario, std::uint64_t seed) {
    return {
        .canopy_version = CANOPY_VERSION,
        .git_commit = CANOPY_COMMIT,
        .git_dirty = CANOPY_DIRTY != 0,
        .compiler = __VERSION__,
        .scenario = scenario.name,
        .title = scenario.title,
        .title_zh = scenario.title_zh,
        .seed = seed,
        .created = now_utc(),
        .scale = scenario.world.scale,
        .scenario_as_given = scenario.text_as_given,
        .scenario_resolved = scenario.resolved_text,
        .scenario_sha256 = sha256(scenario.resolved_text)};
}

} // namespace canopy
