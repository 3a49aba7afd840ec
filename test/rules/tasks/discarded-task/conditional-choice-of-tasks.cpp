// RUN: %check_rule %s coro-discarded-task
// Chosen first, awaited then.

#include "lazy.h"
#include <utility>

lib::task<int> from_cache(int id);
lib::task<int> from_disk(int id);

lib::task<int> load(int id, bool cached) {
  auto chosen = cached ? from_cache(id) : from_disk(id);
  co_return co_await std::move(chosen);
}

lib::task<int> load_at_once(int id, bool cached) {
  co_return co_await (cached ? from_cache(id) : from_disk(id));
}

// CHECK-NONE
