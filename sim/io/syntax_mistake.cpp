#include "sim/io/syntax_mistake.hpp"

#include "sim/base/unicode.hpp"
#include "sim/io/statement_line.hpp"
#include "sim/io/value_hint.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <variant>

namespace canopy {

namespace {
struct Translation {
    std::string_view english;
    std::string_view chinese;
};

/// What the parser says, and what it means in Chinese.
constexpr std::array<Translation, 15> translations{
    {{"cannot redefine", "此处的名称前面已经写过"},
     {"control characters", "文本中有换行或控制字符，文本可能没有结束"},
     {"escape sequence", "文本中的反斜杠写法无效（路径请用 /）"},
     {"line-ending backslashes", "文本中的反斜杠写法无效（路径请用 /）"},
     {"leading zeroes", "整数不能以 0 开头"},
     {"not representable", "数值过大"},
     {"underscores", "数字中的下划线位置不对"},
     {"exceeded maximum nested", "括号嵌套过深"},
     {"parsing array", "列表写法有误，可能缺少逗号或右方括号"},
     {"parsing inline table",
      "行内表写法有误，可能缺少逗号或右花括号（行内表须写在一行）"},
     {"parsing table header", "表头写法有误，应为 [名称] 或 [[名称]]"},
     {"expected a comment or whitespace", "值的后面有多余内容"},
     {"expected '='", "键名之后应为 ="},
     {"parsing date", "日期无效"},
     {"end-of-file", "文件在此中断，可能缺少右引号或右括号"}}};

bool says(SyntaxError const& error, std::string_view words) {
    return error.reason.find(words) != std::string::npos;
}

std::string chinese_reason(SyntaxError const& error) {
    for (auto const& [english, chinese] : translations)
        if (says(error, english)) return std::string{chinese};
    return "不符合 TOML 写法";
}

std::string english_reason(SyntaxError const& error) {
    constexpr std::string_view lead = "Error while parsing ";
    auto reason = error.reason;
    if (reason.starts_with(lead)) reason.erase(0, lead.size());
    return reason;
}

Hint unplain_key(std::string key) {
    std::replace(key.begin(), key.end(), ' ', '_');
    Hint hint{
        "is not a key (keys are English words in snake_case)",
        "不能作键名（键名一律用英文小写和下划线）",
        "",
        ""};
    if (is_plain_key(key)) {
        hint.suggestion = "did you mean " + key + "?";
        hint.suggestion_zh = "是否应为 " + key + "？";
    }
    return hint;
}

std::optional<Hint> statement_hint(
    SyntaxError const& error, StatementLine const& parts, std::string_view line) {
    if (says(error, "cannot redefine")) {
        return Hint{
            "is written twice (a key or table stands once in a file)",
            "重复出现（同一文件中键名或表只能写一次）",
            "keep one; several entries of a kind are written [[…]]",
            "请保留一处；同类的多个条目用 [[…]] 写"};
    }
    auto const quoted_key = parts.key.find_first_of("\"'") != std::string::npos;
    if (!parts.key.empty() && !is_plain_key(parts.key) && !quoted_key) {
        return unplain_key(parts.key);
    }
    auto const colon = line.find(':') != std::string_view::npos;
    if (says(error, "expected '='") && colon) {
        return Hint{
            "a colon stands where = belongs",
            "此处的冒号应为 =",
            "write key = value",
            "请写成 键名 = 值"};
    }
    return std::nullopt;
}

std::optional<Hint> hint_on_value(std::string const& value) {
    auto const alone = parse_toml("value = " + value, "");
    if (std::holds_alternative<Node>(alone)) return std::nullopt;
    return value_hint(value);
}

Diagnostic diagnostic(
    SourcePosition const& at, std::uint32_t column, std::string key, Hint const& hint) {
    return {
        .position = {at.file, at.line, column},
        .key = std::move(key),
        .problem = hint.problem,
        .problem_zh = hint.problem_zh,
        .suggestion = hint.suggestion,
        .suggestion_zh = hint.suggestion_zh};
}

Diagnostic
unclosed(SyntaxError const& error, std::string_view line, std::uint32_t opened) {
    auto const parts = statement_line(line);
    return diagnostic(
        {error.position.file, opened, 1},
        parts.key.empty() ? parts.key_column : parts.value_column,
        parts.key,
        {"begins what never ends (a closing quote or bracket is missing)",
         "没有结束（缺少右引号或右括号）",
         "",
         ""});
}

Diagnostic unexplained(SyntaxError const& error, std::uint32_t opened) {
    auto const one_line = opened == error.position.line;
    auto const number = std::to_string(opened);
    auto const since = one_line ? "" : ", in the statement of line " + number;
    auto const since_zh = one_line ? "" : "第 " + number + " 行开始的内容：";
    return diagnostic(
        error.position,
        error.position.column,
        "",
        {"this is not TOML" + since + " (" + english_reason(error) + ")",
         since_zh + chinese_reason(error),
         "",
         ""});
}
} // namespace

Diagnostic syntax_mistake(
    SyntaxError const& error,
    std::string_view line,
    std::string_view opening_line,
    std::uint32_t opened) {
    auto const parts = statement_line(line);
    if (auto const hint = statement_hint(error, parts, line)) {
        auto key = parts.header ? std::string{trimmed_blanks(line)} : parts.key;
        return diagnostic(error.position, parts.key_column, std::move(key), *hint);
    }
    auto const one_line = opened == error.position.line && !parts.key.empty();
    if (auto hint = one_line ? hint_on_value(parts.value) : std::nullopt) {
        auto const got =
            parts.value.empty() ? "" : "= " + clipped(parts.value, 60) + " ";
        hint->problem = got + hint->problem;
        hint->problem_zh = got + hint->problem_zh;
        return diagnostic(error.position, parts.value_column, parts.key, *hint);
    }
    if (says(error, "end-of-file")) return unclosed(error, opening_line, opened);
    return unexplained(error, opened);
}

} // namespace canopy
