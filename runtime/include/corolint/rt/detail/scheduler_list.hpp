// The schedulers of the program, for who looks at all of them.

#ifndef COROLINT_RT_DETAIL_SCHEDULER_LIST_HPP
#define COROLINT_RT_DETAIL_SCHEDULER_LIST_HPP

#include <mutex>
#include <vector>

namespace corolint::rt::detail {

class scheduler;

/// Lives as long as \p listed has workers that others may look at.
class listed_scheduler {
public:
  explicit listed_scheduler(scheduler &listed);
  listed_scheduler(const listed_scheduler &) = delete;
  listed_scheduler &operator=(const listed_scheduler &) = delete;
  ~listed_scheduler();

private:
  scheduler &listed_;
};

/// All of them. None begins or ends while this lives.
class all_schedulers {
public:
  struct entry {
    scheduler *which;
    unsigned number; ///< the how many-th of the program, from 1
  };

  all_schedulers();

  std::vector<entry>::const_iterator begin() const noexcept;
  std::vector<entry>::const_iterator end() const noexcept;

private:
  std::unique_lock<std::mutex> held_;
};

} // namespace corolint::rt::detail

#endif
