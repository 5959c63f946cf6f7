#include "sim/io/event_group.hpp"

#include "sim/io/coordinates.hpp"

#include <algorithm>
#include <string>

namespace canopy::io {

namespace {
constexpr std::size_t events_together = 32768; ///< in a chunk

std::vector<std::string>
labels(std::vector<Axis> const& axes, std::string const& name) {
    for (auto const& axis : axes)
        if (axis.name == name) return axis.labels;
    return {};
}

/// In the order of EventGroup::Kept.
std::vector<Column> columns(std::vector<Axis> const& axes) {
    using enum ColumnType;
    std::vector<std::string> const kinds{event_names.begin(), event_names.end()};
    auto const places = labels(axes, "place");
    return {
        {"month", "1", "", "", i32},
        {"kind", "1", "what happened", "事件类型", i8, kinds},
        {"firm", "1", "id of the enterprise", "企业编号", i64},
        {"partner",
         "1",
         "id of the other enterprise, -1 = none",
         "对方企业编号，-1 表示无",
         i64},
        {"place_from", "1", "place left, -1 = none", "原所在地，-1 表示无", i8, places},
        {"place_to",
         "1",
         "place reached, -1 = none",
         "新所在地，-1 表示无",
         i8,
         places},
        {"sector",
         "1",
         "sector, -1 = none",
         "行业，-1 表示无",
         i8,
         labels(axes, "sector")},
        {"amount", "fen", "amount of money", "金额", i64},
        {"action",
         "1",
         "cost-reduction action, -1 = none",
         "降本行动，-1 表示无",
         i8,
         labels(axes, "action")},
        {"cost_term",
         "1",
         "term of unit cost, -1 = none",
         "成本项，-1 表示无",
         i8,
         labels(axes, "cost_term")},
        {"legal_form",
         "1",
         "legal form of the enterprise, -1 = none",
         "企业类型，-1 表示无",
         i8,
         labels(axes, "kind")},
        {"tier",
         "1",
         "tier that the link reached, -1 = none",
         "链接达到的层级，-1 表示无",
         i8,
         labels(axes, "tier")}};
}
} // namespace

EventGroup::EventGroup(Hdf5Group& root, std::vector<Axis> const& axes) {
    auto group = root.create_group("event");
    events_ = group.create_dimension("event", 0, unlimited);
    for (auto const& column : columns(axes)) {
        auto dataset = group.create(
            column.name,
            {.type = column.type,
             .extent = {0},
             .limit = {unlimited},
             .chunk = {events_together},
             .storage = Storage::deflated});
        dataset.attach_scale(0, events_);
        column.name == "month" ? describe_months(dataset) : describe(dataset, column);
        datasets_.push_back(std::move(dataset));
    }
}

template<class Visit>
void EventGroup::for_each_column(Visit const& visit) {
    std::size_t number = 0;
    visit(number++, kept_.month);
    visit(number++, kept_.kind);
    visit(number++, kept_.firm);
    visit(number++, kept_.partner);
    visit(number++, kept_.place_from);
    visit(number++, kept_.place_to);
    visit(number++, kept_.sector);
    visit(number++, kept_.amount);
    visit(number++, kept_.action);
    visit(number++, kept_.cost_term);
    visit(number++, kept_.legal_form);
    visit(number, kept_.tier);
}

void EventGroup::append(std::span<Event const> events) {
    for (auto const& event : events) {
        kept_.month.push_back(Month{event.month}.days_since_opening());
        kept_.kind.push_back(static_cast<std::int8_t>(event.kind));
        kept_.firm.push_back(event.firm);
        kept_.partner.push_back(event.partner);
        kept_.place_from.push_back(event.place_from);
        kept_.place_to.push_back(event.place_to);
        kept_.sector.push_back(event.sector);
        kept_.amount.push_back(event.amount);
        kept_.action.push_back(event.action);
        kept_.cost_term.push_back(event.cost_term);
        kept_.legal_form.push_back(event.legal_form);
        kept_.tier.push_back(event.tier);
    }
}

void EventGroup::commit(ChunkBatch& batch) {
    using Place = ChunkBatch::Place;
    auto const n_kept = kept_.month.size();
    events_.extend({first_ + n_kept});
    for_each_column([&](std::size_t number, auto const& values) {
        auto& dataset = datasets_[number];
        ColumnView const view{values};
        dataset.extend({first_ + n_kept});
        for (std::size_t at = 0; at < n_kept; at += events_together) {
            batch.add(
                dataset,
                {first_ + at},
                {view.type(), events_together, exact_float},
                view.rows(at, std::min(events_together, n_kept - at)),
                first_ + at < n_stored_ ? Place::replaced : Place::is_new);
        }
    });
}

void EventGroup::written() {
    n_stored_ = first_ + kept_.month.size();
    auto const whole = kept_.month.size() / events_together * events_together;
    for_each_column([&](std::size_t, auto& values) {
        values.erase(
            values.begin(), values.begin() + static_cast<std::ptrdiff_t>(whole));
    });
    first_ += whole;
}

} // namespace canopy::io
