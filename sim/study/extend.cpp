#include "sim/study/extend.hpp"

#include "sim/model/digest.hpp"
#include "sim/study/refusal.hpp"
#include "sim/study/shard_folder.hpp"

#include <fstream>
#include <vector>

namespace canopy::study {

namespace {
namespace fs = std::filesystem;

void require_growing(Plan const& plan) {
    auto const& kind = plan.study().design.kind;
    if (kind != "grid" && kind != "list") return;
    throw Refused{
        "a " + kind
            + " design cannot grow (other values make other points); write a new study "
              "with its own --out",
        kind + " 设计不能扩展（取值改变则各点都变）；请另写研究并另选 --out"};
}

/// Whether a file begins with the bytes of another.
bool begins_with(fs::path const& longer, fs::path const& shorter) {
    std::ifstream a{longer, std::ios::binary};
    std::ifstream b{shorter, std::ios::binary};
    std::vector<char> piece_a(std::size_t{1} << 16U);
    std::vector<char> piece_b(piece_a.size());
    for (;;) {
        b.read(piece_b.data(), static_cast<std::streamsize>(piece_b.size()));
        auto const count = b.gcount();
        if (count == 0) return true;
        a.read(piece_a.data(), count);
        if (a.gcount() != count
            || !std::equal(piece_b.begin(), piece_b.begin() + count, piece_a.begin()))
            return false;
    }
}

} // namespace

Plan extend(
    Plan const& plan, RunNumber chunk, int drawn, MakeDesign const& make_design) {
    require_growing(plan);
    auto const from_file = plan.study().design.kind == "csv";
    auto facts = plan.facts();
    facts.drawn = from_file ? 0 : drawn > 0 ? drawn : 2 * facts.drawn;
    DraftFolder draft{plan.folder()};
    auto const& to = draft.path();
    fs::copy(
        plan.folder() / "plan",
        to,
        fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    write_whole(
        to / "factors.json", factors_json(plan.study(), facts.drawn, facts.csv));
    make_design(to / "factors.json", to / "design.csv");
    facts.points = count_points(to / "design.csv");
    auto const grows = facts.points > plan.facts().points;
    if (!grows || !begins_with(to / "design.csv", plan.file("design.csv"))) {
        throw Refused{
            grows ? "the longer design does not begin with the points that are there; "
                    "nothing is changed, write a new study with its own --out"
                  : "there would be " + std::to_string(facts.points)
                        + " points, not more than the "
                        + std::to_string(plan.facts().points)
                        + " that there are; ask for more with --points",
            grows ? "扩展后的设计并不以现有各点开头；未作改动，请另写研究并另选 --out"
                  : "扩展后仅 " + std::to_string(facts.points) + " 个点，不多于现有的 "
                        + std::to_string(plan.facts().points)
                        + " 个；请用 --points 写更大的数"};
    }
    facts.digest = plan_digest(to, facts.core);
    write_facts(to, facts);
    // The last chunk has room for more runs now: what it holds is taken over.
    Chunks const chunks{plan.n_runs(), chunk};
    ShardFolder const folder{plan.folder()};
    auto const last = chunks.count() - 1;
    if (plan.n_runs() % chunk != 0 && folder.has(last)) {
        fs::rename(folder.whole(last), folder.begun(last));
        fs::remove(folder.mark(last));
    }
    draft.replace(plan.folder() / "plan");
    return Plan::open(plan.folder());
}

} // namespace canopy::study
