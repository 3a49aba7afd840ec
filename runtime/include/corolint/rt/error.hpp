// What the runtime throws. Failures of tasks are thrown as they are.

#ifndef COROLINT_RT_ERROR_HPP
#define COROLINT_RT_ERROR_HPP

#include <stdexcept>

namespace corolint::rt {

/// Something that needs a runtime was called on a thread that belongs to none.
class no_runtime : public std::logic_error {
public:
  no_runtime()
      : std::logic_error(
            "corolint::rt: this thread belongs to no runtime; call "
            "it inside of a task") {}
};

/// block_on was called inside of a task, whose thread it would stop.
class nested_block_on : public std::logic_error {
public:
  nested_block_on()
      : std::logic_error("corolint::rt: block_on was called inside of a task; "
                         "co_await the task instead") {}
};

/// The task that was awaited has been stopped, and has no result.
class task_stopped : public std::runtime_error {
public:
  task_stopped()
      : std::runtime_error("corolint::rt: the task was stopped before it had a "
                           "result") {}
};

} // namespace corolint::rt

#endif
