// RUN: %check_rule %s coro-blocking-call
// Standard classes that sound like files and locks and touch neither.

#include "lazy.h"
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

lib::task<std::string> describe(std::weak_ptr<int> watched) {
  std::ostringstream out;
  out << std::filesystem::path("a/b").filename();
  if (auto alive = watched.lock())
    out << *alive << std::flush;
  std::istringstream in(out.str());
  std::string word;
  in >> word;
  std::ofstream closed;
  if (closed.is_open())
    closed << word;
  co_return word;
}
// CHECK-NONE
