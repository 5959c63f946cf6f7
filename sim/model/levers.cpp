#include "sim/model/levers.hpp"

namespace canopy {

namespace {

std::array<LeverCard, n_levers> make_cards() {
    std::array<LeverCard, n_levers> cards{};
    for_each_lever([&]<class Lever>(std::type_identity<Lever>) {
        cards[index_of(Lever::kind)] = {
            Lever::kind,
            Lever::key,
            Lever::name_zh,
            Lever::system,
            Lever::aim,
            Lever::unit,
            Lever::by_place};
    });
    return cards;
}

} // namespace

std::array<LeverCard, n_levers> const& lever_cards() {
    static auto const cards = make_cards();
    return cards;
}

std::optional<LeverKind> lever_kind(std::string_view key) {
    for (auto const& card : lever_cards())
        if (card.key == key) return card.kind;
    return std::nullopt;
}

} // namespace canopy
