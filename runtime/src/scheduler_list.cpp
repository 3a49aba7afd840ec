#include "corolint/rt/detail/scheduler_list.hpp"
#include <algorithm>

namespace corolint::rt::detail {

namespace {

struct scheduler_list {
  std::mutex lock;
  std::vector<all_schedulers::entry> entries; // guarded
  unsigned made = 0;                          // guarded
};

scheduler_list &list() {
  // Never destroyed: runtimes of other static objects may end later.
  static auto &whole = *new scheduler_list;
  return whole;
}

} // namespace

listed_scheduler::listed_scheduler(scheduler &listed) : listed_(listed) {
  scheduler_list &whole = list();
  const std::lock_guard held(whole.lock);
  whole.entries.push_back({&listed, ++whole.made});
}

listed_scheduler::~listed_scheduler() {
  scheduler_list &whole = list();
  const std::lock_guard held(whole.lock);
  whole.entries.erase(std::find_if(
      whole.entries.begin(), whole.entries.end(),
      [this](const auto &each) { return each.which == &listed_; }));
}

all_schedulers::all_schedulers() : held_(list().lock) {}

std::vector<all_schedulers::entry>::const_iterator
all_schedulers::begin() const noexcept {
  return list().entries.begin();
}

std::vector<all_schedulers::entry>::const_iterator
all_schedulers::end() const noexcept {
  return list().entries.end();
}

} // namespace corolint::rt::detail
