#pragma once

#include "sim/base/describe.hpp"
#include "sim/process/hash_ring.hpp"
#include "sim/world/world.hpp"

namespace canopy {

/// Training institutions teach people out of work: another skill level or another
/// sector's work. Who waits longest comes first; the rapid-response rule keeps a share
/// of the seats for people laid off of late. Source: MODEL.md S12; prototype.
class Training {
  public:
    static constexpr std::string_view key = "training";

    struct Params {
        int months = 3;
        double success = 0.6;
        double upgrade = 0.5;
        double seats = 300.0;

        static void describe(auto&& field) {
            using P = Params;
            field("months", &P::months, Range{1, 36}, "month",
                  Meaning{"that a course takes", "培训时长", "prototype"});
            field("success", &P::success, Range{0.0, 1.0}, "1",
                  Meaning{"of those who end a course", "培训成功率", "prototype"});
            field("upgrade", &P::upgrade, Range{0.0, 1.0}, "1",
                  Meaning{"courses for a higher skill, not another sector",
                          "提升技能（而非转行）的比例", "judgement"});
            field("seats", &P::seats, Range{0.0, 1e6}, "persons",
                  Meaning{"at a time, without a lever", "既有培训席位", "prototype"});
        }
    };

    struct Decision {
        std::vector<PersonId> ending;
        std::vector<PersonId> beginning;
    };

    explicit Training(Params params)
        : params_{params} {}

    void decide(World const& now, Decision& into) const;
    void apply(Decision const& decision, World& world) const;

  private:
    void finish(World& world, PersonId person, HashRing const& jobs) const;

    Params params_;
};

} // namespace canopy
