// RUN: %check_rule %s coro-blocking-call
// A callable that is kept, compared or given away is not called here.

#include "lazy.h"
#include <algorithm>
#include <functional>
#include <unistd.h>
#include <utility>
#include <vector>

struct journal {
  int file;
  void commit() const { ::fsync(file); }
};

int (*chosen)(int) = &::fsync;
void keep(std::function<int(int)> work);

lib::task<void> remember(std::vector<journal> all) {
  keep(::fsync);
  std::function<int(int)> later = ::fdatasync;
  std::vector<std::function<void()>> works;
  for (const journal &each : all)
    works.push_back([each] { each.commit(); });
  std::ranges::sort(
      all, [](const journal &a, const journal &b) { return a.file < b.file; });
  std::for_each(all.begin(), all.end(), [](journal &each) { each.file = 0; });
  co_return;
}

// Who knows what it points to by now.
lib::task<int> call(int file) { co_return chosen(file); }

// CHECK-NONE
