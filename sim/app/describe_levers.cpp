#include "sim/app/describe_topics.hpp"
#include "sim/base/written.hpp"
#include "sim/engine/lever_scope.hpp"
#include "sim/io/describe_table.hpp"
#include "sim/model/levers.hpp"

namespace canopy::app {

namespace {

Words system_words(System system) {
    switch (system) {
    case System::open:
        return {"open", "开放型"};
    case System::efficient:
        return {"efficient", "高效型"};
    case System::professional:
        return {"professional", "专业型"};
    case System::friendly:
        break;
    }
    return {"friendly", "友好型"};
}

std::string aim_text(Aim const& aim, Language language) {
    auto const months = std::to_string(aim.horizon_months);
    auto const measure = std::string{aim.measure};
    if (language == Language::zh) {
        return measure + (aim.sign > 0 ? " 上升，" : " 下降，") + months + " 个月内";
    }
    return measure + (aim.sign > 0 ? " up" : " down") + " within " + months + " months";
}

std::string lever_text(
    LeverCard const& card, std::vector<FieldRow> const& rows, Language language) {
    auto const key = std::string{card.key};
    auto const system = system_words(card.system).in(language);
    auto const aim = aim_text(card.aim, language);
    if (language == Language::zh) {
        return key + "  " + std::string{card.name_zh} + "（" + system + "）\n  目标："
               + aim + "\n  计量单位：" + std::string{card.unit.zh}
               + (card.by_place ? "（服务整个园区，不能限定行业、集群、主体）\n" : "\n")
               + fields_text("", rows, language);
    }
    return key + "  (" + system + ")\n  aim: " + aim
           + "\n  unit: " + std::string{card.unit.en}
           + (card.by_place ? " (serves whole places: no sectors, clusters, kinds)\n"
                            : "\n")
           + fields_text("", rows, language);
}

std::string lever_json(LeverCard const& card, std::vector<FieldRow> const& rows) {
    auto const quoted = [](std::string_view text) { return in_quotes(text); };
    return "{\"kind\": " + quoted(card.key) + ", \"name_zh\": " + quoted(card.name_zh)
           + ", \"system\": " + quoted(system_words(card.system).en)
           + ", \"aim\": {\"measure\": " + quoted(card.aim.measure)
           + ", \"sign\": " + std::to_string(card.aim.sign) + ", \"horizon_months\": "
           + std::to_string(card.aim.horizon_months) + "}, \"unit\": "
           + quoted(card.unit.en) + ", \"unit_zh\": " + quoted(card.unit.zh)
           + ", \"by_place\": " + (card.by_place ? "true" : "false")
           + ", \"keys\": " + fields_json(rows) + "}";
}

} // namespace

std::string describe_levers(Settings const& settings) {
    std::string text;
    for_each_lever([&]<class Lever>(std::type_identity<Lever>) {
        auto const& card = lever_cards()[index_of(Lever::kind)];
        auto const rows = field_rows<typename Lever::Params>();
        if (settings.json) {
            text += (text.empty() ? "[\n" : ",\n") + lever_json(card, rows);
        } else {
            text += lever_text(card, rows, settings.language) + "\n";
        }
    });
    if (settings.json) return text + "\n]\n";
    auto const title =
        settings.language == Language::zh
            ? "每项政策均可写（何时、何地、对谁、多少钱）：\n"
            : "every lever also takes (when, where, for whom, with what money):\n";
    return text + title + fields_text("", field_rows<LeverScope>(), settings.language);
}

} // namespace canopy::app
