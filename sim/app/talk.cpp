#include "sim/app/talk.hpp"

#include "sim/app/refusal.hpp"

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string_view>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace canopy::app {

Language language_of_environment() {
    for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        auto const* setting = std::getenv(name);
        if (setting == nullptr || *setting == '\0') continue;
        return std::string_view{setting}.starts_with("zh") ? Language::zh
                                                           : Language::en;
    }
    return Language::en;
}

void start_talk(Settings const& settings) {
    auto logger = std::make_shared<spdlog::logger>(
        "canopy", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%v");
    logger->set_level(settings.quiet ? spdlog::level::err : spdlog::level::info);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void say(Settings const& settings, Words const& words) {
    spdlog::info("{}", words.in(settings.language));
}

void complain(Settings const& settings, Words const& words) {
    spdlog::error("{}", words.in(settings.language));
}

void put(std::string const& text) {
    std::cout << text;
}

void finish_output() {
    std::cout.flush();
    if (std::cout) return;
    throw PlaceError{
        {"cannot write to stdout (disk full, or nobody reads)",
         "无法写入标准输出（磁盘已满或无人读取）"}};
}

} // namespace canopy::app
