// RUN: %check_rule %s coro-discarded-task
// Functions that take a lazy task by value: run, refused, dropped on purpose.

#include "lazy.h"
#include <utility>
#include <vector>

lib::task<void> notify(int user);
void run(lib::task<void> work);
void log(int count);

// It runs it, now or later.
void hand_on(lib::task<void> work) { run(std::move(work)); }
lib::task<void> wrap(lib::task<void> work) { co_await std::move(work); }
lib::task<void> wrap_later(lib::task<void> work) {
  auto kept = std::move(work);
  co_await std::move(kept);
}
lib::task<void> pass_through(lib::task<void> work) { return work; }

// It may refuse work.
void start(lib::task<void> work, bool open) {
  if (!open)
    return;
  run(std::move(work));
}

// Its author says that he does not need it.
void drop(lib::task<void>) {}
void drop_named([[maybe_unused]] lib::task<void> work) {}
void drop_by_cast(lib::task<void> work) { (void)work; }

// Another implementation of the interface runs it.
struct executor {
  virtual void post(lib::task<void> work) = 0;
};
struct closed_executor : executor {
  void post(lib::task<void> work) override { log(0); }
};

// The caller keeps what is only lent.
void look(lib::task<void> &work) { log(1); }
void may_take(lib::task<void> &&work) { log(1); }

// Whatever its type is.
template <typename T> void ignore(T work) { log(1); }
template void ignore(lib::task<void> work);

// CHECK-NONE
