#include "sim/io/syntax_mistake.hpp"

#include "sim/base/unicode.hpp"
#include "sim/io/statement_line.hpp"
#include "sim/io/value_hint.hpp"

#include <array>
#include <optional>

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

std::optional<Hint> statement_hint(SyntaxError const& error, std::string_view line) {
    if (says(error, "cannot redefine")) {
        return Hint{
            "is written twice (a key or table stands once in a file)",
            "重复出现（同一文件中键名或表只能写一次）",
            "keep one; several entries of a kind are written [[…]]",
            "请保留一处；同类的多个条目用 [[…]] 写"};
    }
    auto const colon = line.find(':');
    if (says(error, "expected '='") && colon != std::string_view::npos) {
        return Hint{
            "a colon stands where = belongs",
            "此处的冒号应为 =",
            "write key = value",
            "请写成 键名 = 值"};
    }
    return std::nullopt;
}

} // namespace

Diagnostic
syntax_mistake(SyntaxError const& error, std::string_view line, std::uint32_t opened) {
    auto const parts = statement_line(line);
    Diagnostic diagnostic{.position = error.position};
    auto const use = [&](Hint const& hint, std::uint32_t column) {
        diagnostic.position.column = column;
        diagnostic.problem = hint.problem;
        diagnostic.problem_zh = hint.problem_zh;
        diagnostic.suggestion = hint.suggestion;
        diagnostic.suggestion_zh = hint.suggestion_zh;
    };
    if (auto const hint = statement_hint(error, line)) {
        diagnostic.key = parts.header ? std::string{trimmed_blanks(line)} : parts.key;
        use(*hint, parts.key_column);
        return diagnostic;
    }
    auto const one_line = opened == error.position.line;
    if (one_line && !parts.key.empty()) {
        diagnostic.key = parts.key;
        if (auto const hint = value_hint(parts.value)) {
            use(*hint, parts.value_column);
            if (!parts.value.empty()) {
                auto const got = "= " + clipped(parts.value, 60) + " ";
                diagnostic.problem = got + diagnostic.problem;
                diagnostic.problem_zh = got + diagnostic.problem_zh;
            }
            return diagnostic;
        }
    }
    diagnostic.key.clear();
    auto const since =
        one_line ? "" : " in what line " + std::to_string(opened) + " begins";
    auto const since_zh =
        one_line ? "" : "第 " + std::to_string(opened) + " 行开始的内容：";
    diagnostic.problem = "is not TOML" + since + " (" + english_reason(error) + ")";
    diagnostic.problem_zh = since_zh + chinese_reason(error);
    return diagnostic;
}

} // namespace canopy
