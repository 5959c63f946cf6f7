#include "sim/model/saved_start.hpp"

#include "sim/base/error.hpp"
#include "sim/io/column_store.hpp"
#include "sim/model/opening_state.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace canopy {

namespace {

/// Columns to write, as bytes; whoever adds them keeps them alive.
class Saver {
  public:
    template<class Value>
    void rows(std::string name, std::span<Value const> values) {
        static_assert(std::is_trivially_copyable_v<Value>);
        columns_.emplace_back(
            std::move(name),
            io::ColumnView{io::ColumnType::u8, values.data(), values.size_bytes()});
    }

    template<class Value>
    void one(std::string name, Value const& value) {
        rows(std::move(name), std::span<Value const>{&value, 1});
    }

    [[nodiscard]] io::ColumnStore::Named const& columns() const { return columns_; }

  private:
    io::ColumnStore::Named columns_;
};

class Loader {
  public:
    Loader(std::filesystem::path const& path, std::string const& digest)
        : store_{io::ColumnStore::read(path, digest)}
        , path_{path.string()} {}

    /// Rows as they lie in the file; they live as long as the loader.
    template<class Value>
    [[nodiscard]] std::span<Value const> rows(std::string const& name) const {
        auto const bytes = store_.column<std::uint8_t>(name);
        require(bytes.size() % sizeof(Value) == 0, name);
        static_assert(alignof(Value) <= alignof(std::uint64_t));
        return {
            static_cast<Value const*>(static_cast<void const*>(bytes.data())),
            bytes.size() / sizeof(Value)};
    }

    /// Fills values that already have their number of rows.
    template<class Value>
    void fill(std::string const& name, std::span<Value> values) const {
        auto const bytes = store_.column<std::uint8_t>(name);
        require(bytes.size() == values.size_bytes(), name);
        if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    }

    template<class Value>
    void one(std::string const& name, Value& value) const {
        fill(name, std::span<Value>{&value, 1});
    }

    /// Sets the states of a table that the scenario has already filled.
    template<class Rows>
    void states(std::string const& name, Rows& into) const {
        auto states = states_of(into);
        fill(name, std::span{states});
        for (std::size_t row = 0; row < into.size(); ++row)
            set_state(into[row], states[row]);
    }

    void require(bool fits, std::string const& name) const {
        if (fits) return;
        throw OutputError{
            "'" + path_ + "' is not an opening of this program (column " + name
            + " has another size); delete it and run again"};
    }

  private:
    io::ColumnStore store_;
    std::string path_;
};

constexpr auto firm_prefix = "firms/";

} // namespace

void save_start(
    std::filesystem::path const& path, std::string const& digest, World const& world) {
    Saver saver;
    saver.one("month", world.month);
    Firms::columns(world.firms, [&](char const* name, auto const& column) {
        saver.rows(firm_prefix + std::string{name}, column.values());
    });
    saver.rows("free_rows", std::span{world.firms.free_rows});
    saver.rows("links/first", world.links.first());
    saver.rows("links/all", world.links.all());
    std::vector<FirmId> pending_buyers;
    std::vector<Link> pending_links;
    for (auto const& pending : world.pending_links) {
        pending_buyers.push_back(pending.buyer);
        pending_links.push_back(pending.link);
    }
    saver.rows("pending/buyer", std::span<FirmId const>{pending_buyers});
    saver.rows("pending/link", std::span<Link const>{pending_links});
    saver.one("opening", world.opening);
    saver.one("labour", world.labour);
    saver.one("outside", world.outside);
    saver.one("around", world.around);
    saver.one("balances", world.balances);
    auto const places = states_of(world.places.rows);
    auto const sectors = states_of(world.sectors);
    auto const leaders = states_of(world.leaders);
    auto const individuals = states_of(world.technology.recipes[0]);
    auto const companies = states_of(world.technology.recipes[1]);
    saver.rows("places", std::span{places});
    saver.rows("sectors/local_market_share", std::span{sectors});
    saver.rows("leaders/stopped", std::span{leaders});
    saver.rows("recipes/individual", std::span{individuals});
    saver.rows("recipes/company", std::span{companies});
    io::ColumnStore::write(path, digest, saver.columns());
}

void load_start(
    std::filesystem::path const& path, std::string const& digest, World& world) {
    Loader const loader{path, digest};
    loader.one("month", world.month);
    auto const rows =
        loader.rows<std::uint64_t>(firm_prefix + std::string{"id"}).size();
    Firms::columns(world.firms, [&](char const* name, auto& column) {
        column.resize(rows);
        loader.fill(firm_prefix + std::string{name}, column.values());
    });
    auto const free_rows = loader.rows<std::uint32_t>("free_rows");
    world.firms.free_rows.assign(free_rows.begin(), free_rows.end());
    auto const first = loader.rows<std::uint32_t>("links/first");
    auto const links = loader.rows<Link>("links/all");
    loader.require(
        first.size() == rows + 1 && first.back() == links.size(), "links/first");
    world.links.restore(first, links);
    auto const buyers = loader.rows<FirmId>("pending/buyer");
    auto const pending = loader.rows<Link>("pending/link");
    loader.require(buyers.size() == pending.size(), "pending/link");
    world.pending_links.clear();
    for (std::size_t row = 0; row < buyers.size(); ++row)
        world.pending_links.push_back({buyers[row], pending[row]});
    loader.one("opening", world.opening);
    loader.one("labour", world.labour);
    loader.one("outside", world.outside);
    loader.one("around", world.around);
    loader.one("balances", world.balances);
    loader.states("places", world.places.rows);
    loader.states("sectors/local_market_share", world.sectors);
    loader.states("leaders/stopped", world.leaders);
    loader.states("recipes/individual", world.technology.recipes[0]);
    loader.states("recipes/company", world.technology.recipes[1]);
    refill_directory(world);
}

void refill_directory(World& world) {
    world.directory.reset(
        world.sectors.size(), world.places.size(), world.firms.rows());
    world.directory.refill(world.firms);
    world.directory.index_customers(world.firms, world.links);
}

} // namespace canopy
