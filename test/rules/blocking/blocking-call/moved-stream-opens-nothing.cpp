// RUN: %check_rule %s coro-blocking-call
// Moving or copying a handle to open files asks nobody.

#include "lazy.h"
#include <filesystem>
#include <fstream>
#include <utility>

lib::task<void> upload(std::ifstream body);

lib::task<void> upload_body(std::ifstream body) {
  std::ifstream mine = std::move(body);
  co_await upload(std::move(mine));
}

lib::task<int> count_rest(std::filesystem::directory_iterator at) {
  auto ahead = at;
  co_return ahead == std::filesystem::directory_iterator() ? 0 : 1;
}
// CHECK-NONE
