#include "sim/app/describe_topics.hpp"
#include "sim/base/written.hpp"
#include "sim/io/text_table.hpp"
#include "sim/model/kpis.hpp"
#include "sim/world/event.hpp"

#include <array>

namespace canopy::app {

namespace {

std::string member(std::string_view key, std::string_view value) {
    return in_quotes(key) + ": " + in_quotes(value);
}

/// What the kinds of event mean, in the order of EventKind.
std::array<Words, event_names.size()> event_words() {
    return {
        {{"an enterprise begins", "企业设立"},
         {"an enterprise ends", "企业退出"},
         {"an enterprise moves; place_from, place_to", "企业搬迁：原址与新址"},
         {"an individual business becomes a company", "个体转企业"},
         {"an enterprise enters the list of above-scale ones", "纳入规上（四上）"},
         {"an enterprise is founded by people of another (partner)",
          "裂变创业（partner 为母企业）"},
         {"an invited enterprise opens", "招商企业落地"},
         {"an enterprise takes an action that lowers a cost; action, cost_term",
          "采取降本行动（行动与成本项）"},
         {"a loan is not paid back; amount", "贷款违约（金额）"},
         {"a link reaches another tier; buyers of the panel only; partner and place_to are "
          "the seller's, sector the good's",
          "链接层级变化（仅限样本买方；partner 与 place_to 为卖方，sector 为产品）"}}};
}

} // namespace

std::string describe_kpis(Settings const& settings) {
    auto const zh = settings.language == Language::zh;
    std::string json;
    std::vector<std::vector<std::string>> lines;
    lines.push_back(
        zh ? std::vector<std::string>{"名称", "单位", "分解", "含义"}
           : std::vector<std::string>{"name", "unit", "by", "meaning"});
    for (auto const& measure : kpis()) {
        auto const name = stored_name(measure);
        json += (json.empty() ? "[\n  {" : ",\n  {") + member("name", name) + ", "
                + member("unit", measure.unit) + ", " + member("axis", measure.axis)
                + ", " + member("meaning", measure.meaning.en) + ", "
                + member("meaning_zh", measure.meaning.zh) + "}";
        lines.push_back(
            {name,
             std::string{measure.unit},
             measure.axis.empty() ? "–" : std::string{measure.axis},
             std::string{zh ? measure.meaning.zh : measure.meaning.en}});
    }
    return settings.json ? json + "\n]\n" : aligned_columns(lines);
}

std::string describe_events(Settings const& settings) {
    auto const zh = settings.language == Language::zh;
    auto const words = event_words();
    std::string json;
    std::vector<std::vector<std::string>> lines;
    lines.push_back(
        zh ? std::vector<std::string>{"代码", "名称", "含义"}
           : std::vector<std::string>{"code", "name", "meaning"});
    for (std::size_t code = 0; code < event_names.size(); ++code) {
        json += (json.empty() ? "[\n  {" : ",\n  {") + in_quotes("code") + ": "
                + std::to_string(code) + ", " + member("name", event_names[code]) + ", "
                + member("meaning", words[code].en) + ", "
                + member("meaning_zh", words[code].zh) + "}";
        lines.push_back(
            {std::to_string(code),
             std::string{event_names[code]},
             words[code].in(settings.language)});
    }
    return settings.json ? json + "\n]\n" : aligned_columns(lines);
}

} // namespace canopy::app
