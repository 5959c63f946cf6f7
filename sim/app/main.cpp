#include "sim/io/diagnostic_report.hpp"
#include "sim/model/run.hpp"
#include "sim/base/parallel.hpp"
#include <iostream>
int main(int argc, char** argv) {
    try {
        canopy::ThreadLimit limit{argc > 3 ? std::atoi(argv[3]) : 2};
        auto scenario = canopy::read_scenario(argv[1]);
        canopy::RunOptions options;
        options.seed = static_cast<std::uint64_t>(argc > 2 ? std::atoi(argv[2]) : 1);
        options.out = "/tmp/canopy/out";
        std::cout << canopy::run_seed(scenario, options) << "\n";
    } catch (canopy::ScenarioError const& e) {
        std::cout << canopy::diagnostics_text(e.diagnostics(), canopy::Language::en);
        return 2;
    } catch (std::exception const& e) {
        std::cout << e.what() << "\n";
        return 1;
    }
}
