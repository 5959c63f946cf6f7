#pragma once

#include "sim/model/first_people.hpp"
#include "sim/process/job_posting.hpp"
#include "sim/process/job_search.hpp"

namespace canopy {

/// The labour market of 2022, so that the people out of work and the jobs open in December
/// suit each other no better than they do later: each month jobs fall vacant and are
/// searched for through the stations of then, and whoever finds one changes places with
/// somebody who works there. Heads stay those of the opening; jobs that nobody found stay open.
/// Source: MODEL.md 8.
void open_jobs(
    World& world,
    PeopleParams const& params,
    JobPosting const& posting,
    JobSearch const& search);

} // namespace canopy
