#include "sim/app/analysis.hpp"
#include "sim/app/command_line.hpp"

#include <memory>

namespace canopy::app {

void add_reading(CommandLine& line) {
    auto file = std::make_shared<std::string>();
    auto& info = line.add(
        "info",
        {"provenance and yearly table of a run file", "运行文件的来历与年度表"});
    info.add_option("run", *file, line.text({"run file", "运行文件"}))
        ->required()
        ->type_name("RUN.h5");
    line.does(info, [file, &settings = line.settings] {
        return run_analysis({"info", *file}, settings);
    });

    auto runs = std::make_shared<std::vector<std::string>>();
    auto& patterns = line.add(
        "patterns",
        {"patterns of the model beside their bands, from run files",
         "由运行文件检验模型的典型特征"});
    patterns.add_option("run", *runs, line.text({"run files", "运行文件"}))
        ->required()
        ->type_name("RUN.h5");
    line.does(patterns, [runs, &settings = line.settings] {
        std::vector<std::string> words{"patterns"};
        words.insert(words.end(), runs->begin(), runs->end());
        return run_analysis(std::move(words), settings);
    });
}

} // namespace canopy::app
