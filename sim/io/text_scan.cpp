#include "sim/io/text_scan.hpp"

#include "sim/base/unicode.hpp"
#include "sim/io/text_signs.hpp"

#include <algorithm>

namespace canopy {

namespace {
constexpr int most_dots = 64;
constexpr int most_reports = 50;

bool is_bare(char32_t code) {
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z')
           || (code >= U'0' && code <= U'9') || code == U'_' || code == U'-';
}

class Scanner {
  public:
    Scanner(std::u32string text, std::string const& file, Diagnostics& diagnostics)
        : text_{std::move(text)}
        , file_{file}
        , diagnostics_{diagnostics} {}

    ScannedText scan() {
        while (at_ < text_.size())
            step();
        note_line(true);
        for (auto const code : out_)
            result_.text += utf8(code);
        return std::move(result_);
    }

  private:
    /// One level of brackets; the lowest is the statement itself.
    struct Level {
        bool braces = true; ///< holds `key = value` rather than values
        bool value = false; ///< after `=`
    };

    [[nodiscard]] char32_t here(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
    }

    [[nodiscard]] bool in_value() const {
        auto const& level = nested_.empty() ? statement_ : nested_.back();
        return level.value || !level.braces;
    }

    void emit(char32_t code) {
        out_ += code;
        ++at_;
        ++column_;
    }

    void step() {
        auto const code = here();
        if (code == U'\n') return end_line();
        if (code == U'#') return skip_comment();
        if (code == U'"' || code == U'\'') return skip_string();
        if (code >= 0x80) return mend();
        structure(code);
        emit(code);
        if (bounds_item(code)) begin_item();
    }

    static bool bounds_item(char32_t code) {
        constexpr std::u32string_view signs = U"=,[]{}";
        return signs.find(code) != std::u32string_view::npos;
    }

    void begin_item() {
        item_out_ = out_.size();
        item_at_ = at_;
        dots_ = 0;
    }

    void structure(char32_t code) {
        auto& level = nested_.empty() ? statement_ : nested_.back();
        if (code == U'=') level.value = true;
        if (code == U',' && level.braces) level.value = nested_.empty() && level.value;
        if (code == U'[' && in_value()) nested_.push_back({false, true});
        if (code == U'{' && in_value()) nested_.push_back({true, false});
        if ((code == U']' || code == U'}') && !nested_.empty()) nested_.pop_back();
        if (code == U'.' && ++dots_ == most_dots + 1) too_deep();
    }

    void end_line() {
        note_line(nested_.empty());
        emit(U'\n');
        if (nested_.empty()) statement_ = {};
        ++line_;
        column_ = 1;
        begin_item();
    }

    void note_line(bool ends) {
        result_.begins.push_back(begin_line_);
        result_.ends.push_back(ends);
        if (ends) begin_line_ = line_ + 1;
    }

    void skip_comment() {
        while (at_ < text_.size() && here() != U'\n')
            emit(here());
    }

    void skip_string() {
        auto const quote = here();
        if (here(1) == quote && here(2) == quote) return skip_long_string(quote);
        emit(quote);
        while (at_ < text_.size() && here() != U'\n') {
            auto const code = here();
            emit(code);
            if (code == quote) return begin_item();
            if (code == U'\\' && quote == U'"' && here() != U'\n'
                && at_ < text_.size()) {
                emit(here());
            }
        }
    }

    void skip_long_string(char32_t quote) {
        for (int i = 0; i < 3; ++i)
            emit(quote);
        while (at_ < text_.size()) {
            if (here() == quote && here(1) == quote && here(2) == quote) {
                while (here() == quote)
                    emit(quote);
                return begin_item();
            }
            if (here() == U'\n') {
                note_line(false);
                ++line_;
                column_ = 0;
            }
            auto const escape = here() == U'\\' && quote == U'"';
            emit(here());
            if (escape && at_ < text_.size() && here() != U'\n') emit(here());
        }
    }

    void mend() {
        auto const code = here();
        if (is_quotation_mark(code)) return mend_quotes();
        auto const sign = ascii_sign(code, in_value());
        if (!sign) return replace_words();
        report(column_, sign_mistake(code, *sign));
        text_[at_] = *sign;
    }

    /// “…” becomes "…"; an end that is missing is left to the parser.
    void mend_quotes() {
        report(column_, sign_mistake(here(), U'"'));
        out_ += U'"';
        ++at_;
        ++column_;
        while (at_ < text_.size() && here() != U'\n') {
            auto const code = here();
            auto const closes = code == U'"' || is_quotation_mark(code);
            emit(closes ? U'"' : code == U'\\' ? U'/' : code);
            if (closes) return begin_item();
        }
    }

    void replace_words() {
        auto const value = in_value();
        auto const stranger = at_;
        if (value) {
            std::size_t blanks = 0;
            while (item_at_ + blanks < at_ && text_[item_at_ + blanks] == U' ')
                ++blanks;
            rewind(item_at_ + blanks, item_out_ + blanks);
        } else {
            std::size_t prefix = 0;
            while (prefix < at_ && prefix < out_.size()
                   && is_bare(text_[at_ - prefix - 1]))
                ++prefix;
            rewind(at_ - prefix, out_.size() - prefix);
        }
        auto const begin_column = column_;
        auto const words = take_words(value, stranger);
        report(
            begin_column, value ? bare_value_mistake(words) : bare_key_mistake(words));
        auto const stand_in = value ? std::string{unreadable_value_toml}
                                    : "x-bare-" + std::to_string(++bare_keys_);
        for (auto const letter : stand_in)
            out_ += static_cast<unsigned char>(letter);
    }

    void rewind(std::size_t at, std::size_t out) {
        column_ -= static_cast<std::uint32_t>(at_ - at);
        at_ = at;
        out_.resize(out);
    }

    /// The words around the character at `stranger`: a value runs up to the next
    /// structural sign, a key up to what cannot be in a word.
    std::string take_words(bool value, std::size_t stranger) {
        auto const begin = at_;
        constexpr std::u32string_view ends = U",]}#\n，］｝＃、";
        auto const goes_on = [&](char32_t code) {
            if (value) return ends.find(code) == std::u32string_view::npos;
            return is_bare(code) || (code >= 0x80 && !ascii_sign(code, false));
        };
        while (at_ < text_.size() && (at_ <= stranger || goes_on(here())))
            ++at_;
        while (at_ > stranger + 1
               && (text_[at_ - 1] == U' ' || text_[at_ - 1] == U'\r'))
            --at_;
        column_ += static_cast<std::uint32_t>(at_ - begin);
        std::string words;
        for (auto i = begin; i < at_; ++i)
            words += utf8(text_[i]);
        return words;
    }

    void too_deep() {
        result_.readable = false;
        report(
            column_,
            {"a key of more than 64 parts (a scenario needs three or four)",
             "键名超过 64 段（情景文件只需三四段）",
             "is the line what you meant to write?",
             "请检查这一行是否写错"});
    }

    void report(std::uint32_t column, SignMistake mistake) {
        if (++reports_ > most_reports) return;
        diagnostics_.add(
            {.position = {file_, line_, column},
             .key = "",
             .problem = std::move(mistake.problem),
             .problem_zh = std::move(mistake.problem_zh),
             .suggestion = std::move(mistake.suggestion),
             .suggestion_zh = std::move(mistake.suggestion_zh)});
    }

    std::u32string text_;
    std::string const& file_;
    Diagnostics& diagnostics_;
    ScannedText result_;
    std::u32string out_;
    std::vector<Level> nested_;
    Level statement_;
    std::size_t at_ = 0;
    std::size_t item_at_ = 0;
    std::size_t item_out_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t begin_line_ = 1;
    std::uint32_t column_ = 1;
    int dots_ = 0;
    int reports_ = 0;
    int bare_keys_ = 0;
};
} // namespace

ScannedText
scan_text(std::string_view text, std::string const& file, Diagnostics& diagnostics) {
    return Scanner{characters(text), file, diagnostics}.scan();
}

} // namespace canopy
