#include "sim/io/table_reader_toml.hpp"

#include "sim/io/text_scan.hpp"

#include <stdexcept>

// The parser's own checks must not abort the program, so it is compiled here with ours
// instead of linking the distribution's shared library, whose checks abort.
// NOLINTBEGIN(cppcoreguidelines-macro-usage)
#undef NDEBUG
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0

namespace canopy {
constexpr void check_parser(bool holds) {
    if (!holds) throw std::logic_error{"the text is not TOML"};
}
} // namespace canopy

#define TOML_ASSERT(condition) ::canopy::check_parser(static_cast<bool>(condition))

// NOLINTEND(cppcoreguidelines-macro-usage)

#include <toml++/toml.h>

namespace canopy {

namespace {
SourcePosition
position_in(std::string const& file, toml::source_position const& position) {
    return {file, position.line, position.column};
}

std::string date_text(toml::date const& date) {
    auto const two_digits = [](unsigned number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return std::to_string(date.year) + "-" + two_digits(date.month) + "-"
           + two_digits(date.day);
}

class Converter {
  public:
    explicit Converter(std::string const& file)
        : file_{file} {}

    [[nodiscard]] Node convert(toml::node const& from) const {
        Node node;
        node.position = position_in(file_, from.source().begin);
        node.key_position = node.position;
        from.visit([&](auto const& value) { fill(node, value); });
        return node;
    }

  private:
    void fill(Node& node, toml::table const& table) const {
        node.kind = Node::Kind::table;
        node.written_inline = table.is_inline();
        for (auto const& [key, value] : table) {
            auto child = convert(value);
            child.name = std::string{key.str()};
            child.key_position = position_in(file_, key.source().begin);
            node.put(std::move(child));
        }
    }

    void fill(Node& node, toml::array const& array) const {
        node.kind = Node::Kind::list;
        node.written_inline = true;
        for (auto const& element : array) {
            auto const* table = element.as_table();
            if (table != nullptr && !table->is_inline()) node.written_inline = false;
            node.children.push_back(convert(element));
        }
    }

    static void fill(Node& node, toml::value<std::string> const& text) {
        auto const readable = text.get() != unreadable_value;
        node.kind = readable ? Node::Kind::text : Node::Kind::unreadable;
        node.text = text.get();
    }

    static void fill(Node& node, toml::value<std::int64_t> const& number) {
        node.kind = Node::Kind::integer;
        node.integer = number.get();
    }

    static void fill(Node& node, toml::value<double> const& number) {
        node.kind = Node::Kind::real;
        node.real = number.get();
    }

    static void fill(Node& node, toml::value<bool> const& truth) {
        node.kind = Node::Kind::boolean;
        node.boolean = truth.get();
    }

    static void fill(Node& node, toml::value<toml::date> const& date) {
        node.kind = Node::Kind::date;
        node.text = date_text(date.get());
    }

    static void fill(Node& node, toml::value<toml::date_time> const& date) {
        node.kind = Node::Kind::date;
        node.text = date_text(date.get().date);
    }

    static void fill(Node& node, toml::value<toml::time> const& /*time*/) {
        node.kind = Node::Kind::date;
        node.text = "00:00";
    }

    std::string const& file_;
};
} // namespace

std::variant<Node, SyntaxError>
parse_toml(std::string_view text, std::string const& file) {
    try {
        return Converter{file}.convert(toml::parse(text));
    } catch (toml::parse_error const& error) {
        return SyntaxError{
            std::string{error.description()}, position_in(file, error.source().begin)};
    } catch (std::logic_error const& error) {
        return SyntaxError{error.what(), {file, 1, 1}};
    }
}

} // namespace canopy
