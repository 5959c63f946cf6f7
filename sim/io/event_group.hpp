#pragma once

#include "sim/io/chunk_batch.hpp"
#include "sim/io/run_layout.hpp"

#include <span>
#include <vector>

namespace canopy::io {

/// `/event`: one row for everything that happened to an enterprise, column by column.
class EventGroup {
  public:
    /// The axes place, sector, action and cost_term give the codes their names.
    EventGroup(Hdf5Group& root, std::vector<Axis> const& axes);

    void append(std::span<Event const> events);

    /// Plans the chunks of the events kept.
    void commit(ChunkBatch& batch);

    /// Forgets the events whose chunks are whole; after the batch is written.
    void written();

  private:
    /// Events in memory, from the first one of an unfinished chunk on.
    struct Kept {
        std::vector<std::int32_t> month;
        std::vector<std::int8_t> kind;
        std::vector<std::int64_t> firm;
        std::vector<std::int64_t> partner;
        std::vector<std::int8_t> place_from;
        std::vector<std::int8_t> place_to;
        std::vector<std::int8_t> sector;
        std::vector<std::int64_t> amount;
        std::vector<std::int8_t> action;
        std::vector<std::int8_t> cost_term;
        std::vector<std::int8_t> legal_form;
        std::vector<std::int8_t> tier;
    };

    /// Calls visit(number, values) for each column.
    template<class Visit>
    void for_each_column(Visit const& visit);

    Hdf5Dataset events_;
    std::vector<Hdf5Dataset> datasets_;
    Kept kept_;
    std::uint64_t first_ = 0;    ///< row of the first event kept
    std::uint64_t n_stored_ = 0; ///< events in the file
};

} // namespace canopy::io
