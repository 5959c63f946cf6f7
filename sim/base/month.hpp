#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace canopy {

/// A calendar month, counted from December 2022 = 0 (the opening balance of the model).
class Month {
  public:
    constexpr Month() = default;

    constexpr explicit Month(int index)
        : index_{index} {}

    /// Reads "2024-01"; nothing if the text is not a month.
    [[nodiscard]] static std::optional<Month> parse(std::string_view text);

    [[nodiscard]] std::string text() const; ///< "2024-01"

    [[nodiscard]] constexpr int index() const { return index_; }

    /// 1 = January … 12 = December.
    [[nodiscard]] constexpr int of_year() const {
        return (index_ + 11 + 12000) % 12 + 1;
    }

    [[nodiscard]] constexpr int year() const {
        return 2022 + (index_ + 11 + 12000) / 12 - 1000;
    }

    [[nodiscard]] int days_since_opening() const; ///< days since 2022-12-01

    constexpr auto operator<=>(Month const&) const = default;

    constexpr Month operator+(int months) const { return Month{index_ + months}; }

    constexpr int operator-(Month other) const { return index_ - other.index_; }

  private:
    int index_ = 0;
};

} // namespace canopy
