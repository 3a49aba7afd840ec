// RUN: %check_rule %s coro-sync-wait
// Statics are initialised once; operands of decltype and sizeof never run.

#include "lazy.h"
#include <string>

lib::task<std::string> read_settings();

const std::string &settings() {
  static const std::string text = lib::sync_wait(read_settings());
  return text;
}

lib::task<int> setting_count() {
  using text = decltype(lib::sync_wait(read_settings()));
  static const text own = lib::sync_wait(read_settings());
  static_assert(!noexcept(lib::sync_wait(read_settings())));
  co_return settings().size() + own.size() + sizeof(text);
}
// CHECK-NONE
