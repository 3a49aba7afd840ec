// RUN: %check_rule %s coro-blocking-call
// To ask the file system for names and attributes seldom waits for a disk, and
// most libraries have no way to await it: kind 'metadata', off by default.

#include "lazy.h"
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

// Opens its files itself, and nothing else can.
namespace coro_io {
template <int> struct basic_seq_coro_file {
  bool open(const char *path, int flags);
};
} // namespace coro_io

lib::task<bool> prepare(fs::path folder) {
  if (fs::is_directory(fs::status(folder)) && !fs::is_empty(folder))
    fs::remove(folder / "lock");
  fs::create_directories(folder / fs::temp_directory_path().filename());
  fs::rename(folder / "new", folder / "now");
  struct stat about;
  if (::stat("lock", &about) == 0 && ::access("lock", W_OK) == 0)
    ::unlink("lock");
  coro_io::basic_seq_coro_file<0> log;
  co_return log.open("log", 0);
}

// CHECK-NONE
