#include "sim/io/text_signs.hpp"

#include "sim/base/unicode.hpp"
#include "sim/base/written.hpp"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace canopy {

namespace {
/// Chinese words that people write for keys, and the key they mean.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> meant_keys{
    {{"政策", "lever"},  {"杠杆", "lever"},    {"项目", "project"},
     {"冲击", "shock"},  {"预算", "budget"},   {"时间", "time"},
     {"记录", "record"}, {"标题", "title_zh"}, {"名称", "name"},
     {"种类", "kind"},   {"类型", "kind"},     {"开始", "from"},
     {"起始", "from"},   {"结束", "until"},    {"地点", "places"},
     {"地区", "places"}, {"行业", "sectors"},  {"集群", "clusters"},
     {"龙头", "leader"}, {"基准", "base"}}};

constexpr std::array<std::pair<std::string_view, double>, 5> multipliers{
    {{"亿", 1e8}, {"万", 1e4}, {"千", 1e3}, {"％", 0.01}, {"‰", 0.001}}};

std::optional<double> chinese_number(std::string_view words) {
    double number = 0.0;
    auto const [end, error] = std::from_chars(words.begin(), words.end(), number);
    if (error != std::errc{}) return std::nullopt;
    auto rest = words.substr(static_cast<std::size_t>(end - words.begin()));
    while (rest.starts_with(' '))
        rest.remove_prefix(1);
    for (auto const& [word, factor] : multipliers) {
        if (!rest.starts_with(word)) continue;
        // 0.2 rather than 0.20000000000000001
        return factor < 1.0 ? number / (1.0 / factor) : number * factor;
    }
    return number;
}
} // namespace

std::optional<char32_t> ascii_sign(char32_t code, bool in_value) {
    switch (code) {
    case U'　':
    case U'\u00A0':
    case U'\u200B':
    case U'\uFEFF':
        return U' ';
    case U'、':
        return U',';
    case U'。':
        return U'.';
    case U'【':
        return U'[';
    case U'】':
        return U']';
    case U'—':
    case U'–':
    case U'−':
        return U'-';
    case U'：':
        return in_value ? std::nullopt : std::optional{U'='};
    default:
        break;
    }
    if (code < 0xFF01 || code > 0xFF5E) return std::nullopt;
    auto const ascii = code - 0xFEE0;
    auto const digit = ascii >= U'0' && ascii <= U'9';
    auto const letter =
        (ascii >= U'A' && ascii <= U'Z') || (ascii >= U'a' && ascii <= U'z');
    constexpr std::u32string_view signs = U",=[]{}.#_-+";
    if (digit || letter || signs.find(ascii) != std::u32string_view::npos) return ascii;
    return std::nullopt;
}

bool is_quotation_mark(char32_t code) {
    constexpr std::u32string_view marks = U"“”„‟‘’‚‛＂＇「」『』";
    return marks.find(code) != std::u32string_view::npos;
}

SignMistake sign_mistake(char32_t written, char32_t meant) {
    if (meant == U' ') {
        return {
            "a space that is not ASCII (TOML knows plain spaces only)",
            "此处有全角空格或不可见字符（TOML 只认半角空格）",
            "replace it by a plain space",
            "请改用半角空格"};
    }
    auto const sign = utf8(meant);
    return {
        utf8(written) + " is a full-width sign (TOML knows ASCII signs only)",
        utf8(written) + " 是全角符号（TOML 只认半角符号）",
        "write " + sign,
        "请改用半角 " + sign};
}

SignMistake bare_key_mistake(std::string const& words) {
    auto const shown = clipped(words, 40);
    SignMistake mistake{
        shown + " is not a key (keys are English words in snake_case)",
        shown + " 不能作键名（键名一律用英文小写和下划线）",
        "Chinese belongs in quotes, as in title_zh = \"" + shown + "\"",
        "中文请写在引号内，例如 title_zh = \"" + shown + "\""};
    for (auto const& [word, key] : meant_keys) {
        if (word != words) continue;
        mistake.suggestion = "did you mean " + std::string{key} + "?";
        mistake.suggestion_zh = "是否应为 " + std::string{key} + "？";
    }
    return mistake;
}

SignMistake bare_value_mistake(std::string const& words) {
    auto const shown = clipped(words, 40);
    if (auto const number = chinese_number(words)) {
        return {
            shown + " is not a TOML number",
            shown + " 不是 TOML 数值（单位和百分号不能写在数后）",
            "write " + written(*number),
            "请写 " + written(*number)};
    }
    return {
        shown + " needs quotes (text stands between \"…\")",
        shown + " 缺少引号（文本须写在英文双引号内）",
        "write " + in_quotes(shown),
        "请写 " + in_quotes(shown)};
}

} // namespace canopy
