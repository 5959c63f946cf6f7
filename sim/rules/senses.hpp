#pragma once

#include "sim/base/describe.hpp"
#include "sim/base/vector_math.hpp"

#include <algorithm>

namespace canopy::rules {

/// The three senses 获得感, 幸福感, 安全感 of people and of enterprises, each defined
/// once. Source: MODEL.md S13; all weights judgement.
struct Senses {
    double used_to = 24.0;
    double job_weight = 0.5;
    double net_weight = 0.3;
    double governance_weight = 0.2;
    double firm_gain_weight = 0.5;
    double firm_happiness_weight = 0.25;
    double firm_security_weight = 0.25;

    static void describe(auto&& field) {
        using S = Senses;
        field("used_to", &S::used_to, Range{1.0, 240.0}, "month",
              Meaning{"in which people and firms get used to what they have",
                      "习惯形成月数", "MODEL.md S13"});
        field("job_weight", &S::job_weight, Range{0.0, 1.0}, "1",
              Meaning{"of having a job in people's security", "就业在安全感中的权重"});
        field("net_weight", &S::net_weight, Range{0.0, 1.0}, "1",
              Meaning{"of the safety net in people's security",
                      "社会保障在安全感中的权重"});
        field("governance_weight", &S::governance_weight, Range{0.0, 1.0}, "1",
              Meaning{"of governance in people's security", "治理在安全感中的权重"});
        field("firm_gain_weight", &S::firm_gain_weight, Range{0.0, 10.0}, "1",
              Meaning{"of gain in a firm's satisfaction", "获得感在企业满意度中的权重"});
        field("firm_happiness_weight", &S::firm_happiness_weight, Range{0.0, 10.0}, "1",
              Meaning{"of happiness in a firm's satisfaction",
                      "幸福感在企业满意度中的权重"});
        field("firm_security_weight", &S::firm_security_weight, Range{0.0, 10.0}, "1",
              Meaning{"of security in a firm's satisfaction",
                      "安全感在企业满意度中的权重"});
    }

    /// People's security, 1 when all three parts are as in December 2022.
    [[nodiscard]] double security(double job, double net, double governance) const {
        return exp(job_weight * log(std::max(0.01, job)) + net_weight * log(std::max(0.01, net))
                   + governance_weight * log(std::max(0.01, governance)));
    }

    /// A firm's satisfaction; .5 when nothing is better or worse than usual.
    [[nodiscard]] double
    satisfaction(double gain, double happiness, double security) const {
        return std::clamp(
            0.5 + firm_gain_weight * gain + firm_happiness_weight * (happiness - 1.0)
                + firm_security_weight * (security - 1.0),
            0.0,
            1.0);
    }
};

} // namespace canopy::rules
