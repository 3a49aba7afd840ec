// RUN: %check_rule %s coro-blocking-call
// The file system asked by way of std::filesystem.

#include "lazy.h"
#include <filesystem>

namespace fs = std::filesystem;

lib::task<void> upload(fs::path file);

// Found at exists and once at the directory_iterator of the loop.
lib::task<void> upload_all(fs::path folder) {
  if (!fs::exists(folder))
    co_return;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder))
    co_await upload(entry.path());
}

// Not found: a path is a string until somebody asks the file system.
lib::task<void> upload_beside(fs::path file) {
  file = file.parent_path() / (file.stem().string() + "-old.txt");
  co_await upload(file.lexically_normal());
}
