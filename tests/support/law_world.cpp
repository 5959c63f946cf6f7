#include "tests/support/law_world.hpp"

#include "sim/model/first_residents.hpp"
#include "sim/model/digest.hpp"
#include "sim/model/month.hpp"
#include "sim/model/saved_start.hpp"
#include "sim/world/identities.hpp"
#include "sim/world/state_hash.hpp"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

namespace canopy::laws {

namespace {
namespace fs = std::filesystem;

/// A copy of the project's scenarios, where tests may put theirs beside them.
class ScenarioFolder {
  public:
    ScenarioFolder()
        : root_{
            fs::temp_directory_path() / ("canopy-laws-" + std::to_string(::getpid()))} {
        fs::remove_all(root_);
        fs::create_directories(root_);
        fs::copy(
            fs::path{CANOPY_SOURCE_DIR} / "scenarios",
            root_ / "scenarios",
            fs::copy_options::recursive);
    }

    ScenarioFolder(ScenarioFolder const&) = delete;
    ScenarioFolder& operator=(ScenarioFolder const&) = delete;
    ScenarioFolder(ScenarioFolder&&) = delete;
    ScenarioFolder& operator=(ScenarioFolder&&) = delete;

    ~ScenarioFolder() {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }

    [[nodiscard]] fs::path const& root() const { return root_; }

  private:
    fs::path root_;
};

} // namespace

fs::path const& scratch() {
    static ScenarioFolder const folder;
    return folder.root();
}

std::vector<std::string> shipped_scenarios() {
    std::vector<std::string> files;
    for (auto const& entry :
         fs::directory_iterator{fs::path{CANOPY_SOURCE_DIR} / "scenarios"})
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path().filename().string());
    return files;
}

Scenario shrunk(std::string const& added, double scale, std::string const& file) {
    auto const path = scratch() / "scenarios" / "of-a-law.toml";
    std::ofstream text{path};
    text << "base = \"" << file << "\"\n[world]\nscale = " << scale
         << "\n[start]\ngrowth_months = 24\nsettling_months = 12\n"
         << added;
    text.close();
    return read_scenario(path);
}

std::string
lever(std::string const& kind, std::string const& settings, std::string const& name) {
    return "[[lever]]\nkind = \"" + kind + "\"\nname = \"" + name + "\"\n" + settings
           + "\n";
}

World grown(Scenario const& scenario, std::uint64_t seed) {
    auto world = empty_world(scenario, seed);
    auto const& p = scenario.parameters;
    build_first_world(world, p.population, p.demography, p.start, p.common, {});
    refill_directory(world);
    open_residents(world, p);
    return world;
}

World const& opening_of(Scenario const& scenario, std::uint64_t seed) {
    static std::map<std::string, World> kept;
    // What residents add to the digest is anywhere in the scenario.
    auto const digest = start_digest(scenario, seed) + scenario.resolved_text;
    auto const found = kept.find(digest);
    if (found != kept.end()) return found->second;
    return kept.emplace(digest, grown(scenario, seed)).first->second;
}

LawRun::LawRun(Scenario const& scenario, std::uint64_t seed)
    : LawRun{scenario, opening_of(scenario, seed)} {}

LawRun::LawRun(Scenario const& scenario, World opening)
    : world{std::move(opening)} {
    auto levers = std::make_shared<LeverProgram>();
    for (auto const& lever : scenario.levers)
        lever.add(*levers);
    schedule_ = make_month(scenario.parameters, scenario.shocks, levers);
}

void LawRun::begin_month() {
    world.month = world.month + 1;
    world.open_month();
}

void LawRun::end_month() {
    require_closed(world.month, close_month(world));
}

void LawRun::run_stages(std::size_t first, std::size_t last) {
    for (auto stage = first; stage < last; ++stage)
        stages()[stage].run(world);
}

void LawRun::month() {
    begin_month();
    run_stages(0, stages().size());
    end_month();
}

void LawRun::months(int count) {
    for (int done = 0; done < count; ++done)
        month();
}

std::uint64_t LawRun::hash() const {
    return state_hash(world);
}

std::size_t LawRun::stage(std::string_view name) const {
    for (std::size_t at = 0; at < stages().size(); ++at)
        if (stages()[at].name == name) return at;
    throw std::logic_error{"no process " + std::string{name}};
}

std::vector<std::uint64_t> hashes(LawRun& run, int count) {
    std::vector<std::uint64_t> all;
    for (int done = 0; done < count; ++done) {
        run.month();
        all.push_back(run.hash());
    }
    return all;
}

std::vector<FirmId> living(World const& world) {
    std::vector<FirmId> firms;
    for (std::size_t row = 0; row < world.firms.rows(); ++row)
        if (world.firms.alive(FirmId{row})) firms.push_back(FirmId{row});
    return firms;
}

} // namespace canopy::laws
