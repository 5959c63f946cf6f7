#include "sim/io/field_mistake.hpp"

#include "sim/base/spelling.hpp"
#include "sim/base/unicode.hpp"
#include "sim/base/written.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace canopy {

namespace {
constexpr std::size_t most_words_listed = 40;

std::string shown(Node const& got) {
    return "= " + clipped(value_text(got), 60) + " ";
}

bool has_unit(FieldSpec const& spec) {
    return !spec.unit.empty() && spec.unit != "1";
}

std::string why(FieldSpec const& spec) {
    auto text = std::string{spec.meaning.en};
    if (has_unit(spec))
        text += (text.empty() ? "in " : ", in ") + std::string{spec.unit};
    return text.empty() ? text : " (" + text + ")";
}

std::string why_zh(FieldSpec const& spec) {
    auto text = std::string{spec.meaning.zh};
    if (has_unit(spec))
        text += (text.empty() ? "单位 " : "，单位 ") + std::string{spec.unit};
    return text.empty() ? text : "（" + text + "）";
}

Complaint complaint(
    Node const& got,
    FieldSpec const& spec,
    std::string const& en,
    std::string const& zh) {
    return {shown(got) + en + why(spec), shown(got) + zh + why_zh(spec)};
}

void suggest(Complaint& complaint, std::string const& better) {
    complaint.suggestion = "did you mean " + better + "?";
    complaint.suggestion_zh = "是否应为 " + better + "？";
}

void tell_to_write(Complaint& complaint, std::string const& better) {
    complaint.suggestion = "write " + better;
    complaint.suggestion_zh = "请写 " + better;
}

Wanted kind_words(Node const& node) {
    switch (node.kind) {
    case Node::Kind::table:
        return {"a table", "表"};
    case Node::Kind::list:
        return {"a list", "列表"};
    case Node::Kind::text:
        return {"text", "文本"};
    case Node::Kind::integer:
    case Node::Kind::real:
        return {"a number", "数值"};
    case Node::Kind::boolean:
        return {"true or false", "是非值"};
    case Node::Kind::date:
        return {"a date", "日期"};
    case Node::Kind::unreadable:
        break;
    }
    return {"unreadable", "无法读取的值"};
}

bool inside(double number, Range range) {
    return number >= range.low && number <= range.high;
}

std::string allowed(Range range) {
    if (std::isinf(range.low)) return "at most " + written(range.high);
    if (std::isinf(range.high)) return "at least " + written(range.low);
    return written(range.low) + " to " + written(range.high);
}

std::string allowed_zh(Range range) {
    if (std::isinf(range.low)) return "不高于 " + written(range.high);
    if (std::isinf(range.high)) return "不低于 " + written(range.low);
    return written(range.low) + " 至 " + written(range.high);
}

bool is_number_text(std::string_view text) {
    double number = 0.0;
    auto const [end, error] = std::from_chars(text.begin(), text.end(), number);
    return error == std::errc{} && end == text.end();
}

/// Whether a single value could be the one in a list that is wanted.
bool may_stand_in(Node const& got, Wanted list) {
    auto const of_numbers = list.en.ends_with("numbers");
    return got.kind != Node::Kind::table
           && of_numbers == (got.kind != Node::Kind::text);
}

/// The month in "2024-1", "2024/01", "202401", "2024年1月" or "2024-01-15".
std::optional<Month> month_meant(std::string_view text) {
    std::array<std::string, 2> digits;
    std::size_t part = 0;
    for (auto const letter : text) {
        auto const is_digit = letter >= '0' && letter <= '9';
        if (part == 0 && (digits[0].size() == 4 || (!is_digit && !digits[0].empty())))
            part = 1;
        if (is_digit) digits[part] += letter;
        if (part == 1 && !digits[1].empty() && (!is_digit || digits[1].size() == 2))
            break;
    }
    if (digits[1].size() == 1) digits[1].insert(0, "0");
    return Month::parse(digits[0] + "-" + digits[1]);
}
} // namespace

Complaint wrong_kind(Node const& got, FieldSpec const& spec, Wanted wanted) {
    auto const kind = kind_words(got);
    auto result = complaint(
        got,
        spec,
        "is " + std::string{kind.en} + ", not " + std::string{wanted.en},
        "是" + std::string{kind.zh} + "，应为" + std::string{wanted.zh});
    auto const text = value_text(got);
    if (got.kind == Node::Kind::text
        && wanted.en.find("number") != std::string_view::npos
        && is_number_text(got.text)) {
        tell_to_write(result, got.text + " without quotes");
        result.suggestion_zh = "请去掉引号，写 " + got.text;
    } else if (wanted.en.starts_with("a list") && may_stand_in(got, wanted)) {
        tell_to_write(result, "[" + clipped(text, 60) + "]");
    } else if (
        wanted.en == "text" && got.kind != Node::Kind::table
        && got.kind != Node::Kind::list) {
        tell_to_write(result, in_quotes(text));
    }
    return result;
}

Complaint not_finite(Node const& got, FieldSpec const& spec) {
    return complaint(got, spec, "is not a finite number", "不是有限的数值");
}

Complaint not_whole(Node const& got, FieldSpec const& spec) {
    auto result = complaint(got, spec, "is not a whole number", "不是整数");
    if (std::abs(got.number()) < 1e15)
        suggest(result, written(std::floor(got.number() + 0.5)));
    return result;
}

Complaint too_large(Node const& got, FieldSpec const& spec) {
    return complaint(got, spec, "is too large to be meant", "数值过大，不合常理");
}

Complaint out_of_range(Node const& got, FieldSpec const& spec) {
    auto const number = got.number();
    auto const above = number > spec.range.high;
    auto const limit = written(above ? spec.range.high : spec.range.low);
    auto result = complaint(
        got,
        spec,
        (above ? "is above " : "is below ") + limit,
        (above ? "高于上限 " : "低于下限 ") + limit);
    if (inside(-number, spec.range)) {
        suggest(result, written(-number));
    } else if (
        spec.range.high <= 1.0 && number > 1.0 && inside(number / 100.0, spec.range)) {
        auto const share = written(number / 100.0);
        result.suggestion = "did you mean " + share + " (a share, not a percentage)?";
        result.suggestion_zh = "是否应为 " + share + "（填比例，不填百分数）？";
    } else {
        result.suggestion = "allowed: " + allowed(spec.range);
        result.suggestion_zh = "允许范围：" + allowed_zh(spec.range);
    }
    return result;
}

Complaint not_a_month(Node const& got, FieldSpec const& spec) {
    auto result = complaint(got, spec, "is not a month", "不是月份");
    auto const text = got.kind == Node::Kind::text || got.kind == Node::Kind::date
                          ? got.text
                          : value_text(got);
    if (auto const month = month_meant(text)) {
        suggest(result, in_quotes(month->text()));
    } else {
        result.suggestion = "months are written \"2024-01\", from 01 to 12";
        result.suggestion_zh = "月份写作 \"2024-01\"，月从 01 到 12";
    }
    return result;
}

Complaint not_among(
    Node const& got, FieldSpec const& spec, std::vector<std::string> const& words) {
    auto result =
        complaint(got, spec, "is not one of the known words", "不在可选范围内");
    if (auto const near = nearest_word(got.text, words)) {
        suggest(result, in_quotes(*near));
        return result;
    }
    std::string list;
    std::string list_zh;
    for (std::size_t i = 0; i < words.size() && i < most_words_listed; ++i) {
        list += (i == 0 ? "" : ", ") + words[i];
        list_zh += (i == 0 ? "" : "、") + words[i];
    }
    result.suggestion = "choose from: " + list;
    result.suggestion_zh = "可选：" + list_zh;
    return result;
}

Complaint wrong_unit(Node const& got, FieldSpec const& spec) {
    auto const expected = in_quotes(spec.unit);
    Complaint result{
        "has the unit " + clipped(value_text(got), 60) + ", not " + expected,
        "的单位写成了 " + clipped(value_text(got), 60) + "，应为 " + expected};
    result.suggestion = "convert the value and write unit = " + expected;
    result.suggestion_zh = "请换算数值，并写 unit = " + expected;
    return result;
}

Complaint wrong_length(std::size_t got, std::size_t wanted, FieldSpec const& spec) {
    auto const numbers = std::to_string(got);
    auto const needed = std::to_string(wanted);
    return {
        "has " + numbers + " of " + needed + " values" + why(spec),
        "有 " + numbers + " 个值，应为 " + needed + " 个" + why_zh(spec)};
}

} // namespace canopy
