#include "sim/io/output_space.hpp"

#include "sim/base/error.hpp"
#include "sim/io/part_file.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <string>
#include <system_error>

namespace canopy::io {

namespace {
// Bytes in the file, compressed where it is; from runs with random values, the worst
// case.
constexpr double bytes_a_dataset = 2200;
constexpr double bytes_an_event = 12;
constexpr double bytes_a_table_value = 1.6;

double bytes_a_value(Column const& column) {
    if (column.type == ColumnType::f32) return 0.6 + column.mantissa_bits / 8.0;
    return 0.3 + static_cast<double>(size_of(column.type)) / 3.0;
}

std::uint64_t axis_size(RunLayout const& layout, std::string const& name) {
    for (auto const& axis : layout.axes)
        if (axis.name == name) return axis.labels.size();
    return 1;
}

std::string megabytes(std::uint64_t bytes) {
    auto const tenths = (bytes + 99'999) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}
} // namespace

std::uint64_t estimate_bytes(RunLayout const& layout, RunExtent const& extent) {
    auto const months = static_cast<double>(extent.months);
    auto const firms = static_cast<double>(extent.firms);
    auto const datasets = static_cast<double>(
        layout.kpis.size() + layout.panel.size() + layout.checks.size()
        + layout.timing.size() + 40
        + extent.snapshots * (extent.firm_columns + extent.link_columns));
    std::uint64_t numbers =
        layout.transactions.labels.size() * layout.accounts.labels.size()
        + layout.checks.size() + layout.timing.size();
    for (auto const& kpi : layout.kpis)
        numbers += axis_size(layout, kpi.axis);
    // Months come in dozens, and the panel keeps room for firms that came and went.
    auto const dozens = std::ceil(months / 12);
    auto const panel_firms = firms * extent.panel_share * (1 + 0.2 * months / 12) + 512;
    double panel_row = 0;
    for (auto const& column : layout.panel)
        panel_row += bytes_a_value(column);
    auto const tables = static_cast<double>(extent.snapshots)
                        * (firms * static_cast<double>(extent.firm_columns)
                           + static_cast<double>(extent.links)
                                 * static_cast<double>(extent.link_columns));
    return static_cast<std::uint64_t>(
        datasets * bytes_a_dataset + dozens * 12 * static_cast<double>(numbers) * 8
        + dozens * 12 * panel_firms * panel_row
        + months * firms * extent.events_per_firm_month * bytes_an_event
        + tables * bytes_a_table_value);
}

void require_space(std::filesystem::path const& path, std::uint64_t bytes) {
    std::error_code error;
    auto folder = std::filesystem::absolute(path);
    while (!std::filesystem::exists(folder, error) && folder.has_relative_path())
        folder = folder.parent_path();
    auto const room = std::filesystem::space(folder, error);
    if (error) throw OutputError{file_problem("use", folder, error.value())};
    if (room.available >= bytes) return;
    throw OutputError{
        "the results need about " + megabytes(bytes) + " at '" + folder.string() + "' ("
        + megabytes(room.available)
        + " are free); free some space, choose another place with --out, or record "
          "less"};
}

void ignore_output_signals() {
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
}

} // namespace canopy::io
