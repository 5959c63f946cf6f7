#pragma once

#include "sim/app/talk.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace canopy::app {

/// What is repeated with judgement parameters at low and high.
struct JudgementPlan {
    std::vector<std::string> folders; ///< policies and the baseline
    std::filesystem::path scenarios;  ///< where their scenario files are
    std::filesystem::path out;        ///< `<parameter>-<low|high>/<scenario>/` below it
    int threads = 0;
};

/// Says what it will cost, then runs every scenario with each of five judgement
/// parameters at low and at high, for the seeds that all folders have.
void run_judgement(JudgementPlan const& plan, Settings const& settings);

} // namespace canopy::app
