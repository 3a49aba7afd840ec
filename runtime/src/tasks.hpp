// The tasks of a dump, which a checked build knows.

#ifndef COROLINT_RT_SRC_TASKS_HPP
#define COROLINT_RT_SRC_TASKS_HPP

#include "corolint/rt/detail/scheduler_list.hpp"
#include "corolint/rt/dump.hpp"
#include <cstddef>
#include <functional>

namespace corolint::rt::detail {

class worker;

/// Fills in the workers and \p most of the tasks. In a checked build only.
void look_at_tasks(program_dump &to, std::size_t most);

/// Adds the workers of \p all, and calls \p look with each that was added.
void add_workers(program_dump &to, const all_schedulers &all,
                 const std::function<void(const worker &)> &look);

} // namespace corolint::rt::detail

#endif
