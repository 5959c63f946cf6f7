#pragma once

#include "sim/io/chunk_batch.hpp"
#include "sim/io/month_series.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace canopy::io {

/// Whom a panel follows.
struct PanelMembers {
    std::string group;     ///< of the run file
    std::string dimension; ///< with the members' ids
    std::string id;
    std::string id_zh;
};

inline PanelMembers const panel_of_firms{
    "panel", "firm", "id of the enterprise", "企业编号"};
inline PanelMembers const panel_of_people{
    "person_panel", "person", "id of the person", "个人编号"};

/// Columns (month, member) of a sample; a member gets its place on its dimension when it
/// is first seen, and is missing in months when it is not there.
class PanelGroup {
  public:
    PanelGroup(
        Hdf5Group& root,
        PanelMembers const& members,
        std::vector<Column> const& columns);

    /// Values are [column × member of ids].
    void append(
        Month month, std::span<std::int64_t const> ids, std::span<float const> values);

    /// Plans the chunks of the months kept, up to `months` in all.
    void commit(ChunkBatch& batch, std::uint64_t first, std::uint64_t months);

    /// Forgets the months whose chunks are whole; after the batch is written.
    void written(std::uint64_t months);

  private:
    struct Rows {
        std::vector<std::size_t> member; ///< position on the dimension
        std::vector<float> values;     ///< [column × row]
    };

    struct PanelColumn {
        Hdf5Dataset dataset;
        ChunkBatch::Format format;
        std::vector<float> block; ///< [chunk of members × month × member in chunk]
    };

    [[nodiscard]] std::size_t position(std::int64_t id);
    void gather(PanelColumn& column, std::size_t number, std::size_t chunks) const;

    MonthGroup group_;
    Hdf5Dataset members_;
    std::vector<PanelColumn> columns_;
    std::vector<Rows> months_; ///< of the chunk of months at work
    std::vector<std::int64_t> ids_;
    std::size_t n_stored_ids_ = 0;
    std::unordered_map<std::int64_t, std::size_t> position_;
};

} // namespace canopy::io
