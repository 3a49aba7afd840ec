// RUN: %check_rule %s coro-blocking-call
// The first coroutine that comes by pays, and none after it.

#include "lazy.h"
#include <fstream>
#include <mutex>
#include <string>
#include <unistd.h>

std::string read_all(const char *name) {
  std::ifstream in(name);
  std::string text;
  std::getline(in, text, '\0');
  return text;
}

const std::string &settings() {
  static const std::string text = read_all("settings.ini");
  return text;
}

lib::task<int> setting_count() {
  static const std::string own = read_all("own.ini");
  static std::once_flag synced;
  std::call_once(synced, [] { ::sync(); });
  co_return settings().size() + own.size();
}
// CHECK-NONE
