#pragma once

#include "sim/model/first_people.hpp"
#include "sim/process/job_loss.hpp"
#include "sim/process/job_posting.hpp"
#include "sim/process/job_search.hpp"

namespace canopy {

/// The labour market of 2022, so that the people out of work and the jobs open in December
/// suit each other no better than they do later: each month people lose work, enterprises
/// post what they miss, and people search through the stations of then. Heads stay those of
/// the opening: who finds a job takes the place of somebody there, who goes where somebody
/// lost work, or is out of work. Jobs that nobody found stay open. Source: MODEL.md 8.
void open_jobs(
    World& world,
    PeopleParams const& params,
    JobLoss const& loss,
    JobPosting const& posting,
    JobSearch const& search);

} // namespace canopy
