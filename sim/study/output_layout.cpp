#include "sim/study/output_layout.hpp"

#include "sim/base/spelling.hpp"
#include "sim/base/written.hpp"
#include "sim/model/axes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace canopy::study {

namespace {

/// Every name that a study may write, and the measures it stands for.
class Catalogue {
  public:
    explicit Catalogue(World const& world)
        : row_{world} {
        auto const axes = kpi_axes(world);
        for (auto const& measure : row_.measures()) {
            auto const stored = stored_name(measure);
            auto const values = row_[stored];
            auto const at =
                static_cast<std::size_t>(values.data() - row_.values().data());
            KeptMeasure const kept{
                .name = stored,
                .at = at,
                .of_category = false,
                .unit = std::string{measure.unit},
                .long_name = std::string{measure.meaning.en},
                .long_name_zh = std::string{measure.meaning.zh}};
            auto& whole = known_[stored];
            names_.push_back(stored);
            if (measure.axis.empty()) {
                whole.push_back(kept);
                continue;
            }
            auto const& axis =
                *std::find_if(axes.begin(), axes.end(), [&](auto const& one) {
                    return one.name == measure.axis;
                });
            for (std::size_t label = 0; label < axis.labels.size(); ++label) {
                auto part = kept;
                part.name = stored + "." + axis.labels[label];
                part.at = at + label;
                part.of_category = true;
                part.long_name += " (" + axis.labels[label] + ")";
                part.long_name_zh += "（" + axis.labels_zh[label] + "）";
                whole.push_back(part);
                auto const written_as = stored + "[" + axis.labels[label] + "]";
                known_[written_as] = {part};
                names_.push_back(written_as);
            }
        }
    }

    [[nodiscard]] std::vector<KeptMeasure> const* find(std::string const& name) const {
        auto const found = known_.find(name);
        return found == known_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] Complaint unknown(std::string const& name) const {
        auto const near = nearest_word(name, names_);
        return {
            "= " + in_quotes(name) + " is not a measure",
            "= " + in_quotes(name) + " 不是指标",
            near ? "did you mean " + *near + "?" : "see canopy describe kpis",
            near ? "是否应为 " + *near + "？" : "详见 canopy describe kpis"};
    }

  private:
    KpiRow row_;
    std::map<std::string, std::vector<KeptMeasure>> known_;
    std::vector<std::string> names_;
};

std::vector<KeptMeasure> kept_measures(
    TableReader const& table,
    std::string_view key,
    std::vector<std::string> const& names,
    Catalogue const& catalogue) {
    std::vector<KeptMeasure> kept;
    std::set<std::string> seen;
    for (std::size_t at = 0; at < names.size(); ++at) {
        auto const* measures = catalogue.find(names[at]);
        if (measures == nullptr) {
            table.report_element(key, at, catalogue.unknown(names[at]));
            continue;
        }
        for (auto const& measure : *measures)
            if (seen.insert(measure.name).second) kept.push_back(measure);
    }
    return kept;
}

KeptScalar kept_scalar(OutputText const& text, KeptMeasure const& measure, int months) {
    auto const statistic = static_cast<Statistic>(
        std::find(statistic_names.begin(), statistic_names.end(), text.statistic)
        - statistic_names.begin());
    return {
        .name = text.name,
        .measure = measure,
        .statistic = statistic,
        .first = text.from ? text.from->index() : 1,
        .last = text.until ? text.until->index() - 1 : months};
}

} // namespace

OutputLayout OutputLayout::of(StudyFile const& study, World const& world, int months) {
    Catalogue const catalogue{world};
    auto const outputs = study.root().table("outputs");
    OutputLayout layout{
        .months = months,
        .series = kept_measures(outputs, "series", study.outputs.series, catalogue),
        .yearly = kept_measures(outputs, "yearly", study.outputs.yearly, catalogue),
        .scalars = {}};
    for (std::size_t at = 0; at < study.scalars.size(); ++at) {
        auto const& text = study.scalars[at];
        auto const table = study.scalar_table(at);
        if (text.measure.empty()) continue;
        auto const* measures = catalogue.find(text.measure);
        if (measures == nullptr) {
            table.report("measure", catalogue.unknown(text.measure));
            continue;
        }
        if (measures->size() != 1) {
            auto const& first = measures->front().name;
            auto const example =
                text.measure + "[" + first.substr(first.find('.') + 1) + "]";
            table.report(
                "measure",
                {"has a value for each category (one number is needed)",
                 "按类别有多个值（此处需要一个数）",
                 "write one, such as " + example,
                 "请写其一，如 " + example});
            continue;
        }
        auto const scalar = kept_scalar(text, measures->front(), months);
        if (scalar.first < 1 || scalar.last > months || scalar.first > scalar.last) {
            auto const late = scalar.last > months || scalar.first > scalar.last;
            table.report(
                late && text.until ? "until" : "from",
                {"leaves no months of the run (2023-01 to " + Month{months}.text()
                     + "; until is exclusive)",
                 "不在运行期内（2023-01 至 " + Month{months}.text()
                     + "；until 不含该月）",
                 "write months of the run or a later `until` of the study",
                 "请写运行期内的月份，或推迟研究的 until"});
            continue;
        }
        layout.scalars.push_back(scalar);
    }
    if (layout.width() == 0 && study.outputs.series.empty()
        && study.outputs.yearly.empty() && study.scalars.empty()) {
        study.root().report(
            "outputs",
            {"is missing (a study keeps something of each run)",
             "没有写（研究须保存结果）",
             "add [outputs] with series = [\"employment\"]",
             "请补上 [outputs] 并写 series = [\"employment\"]"});
    }
    return layout;
}

} // namespace canopy::study
