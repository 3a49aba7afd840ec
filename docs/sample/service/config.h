// Settings: read once at the start, and again when somebody asks for it.

#ifndef SHOP_CONFIG_H
#define SHOP_CONFIG_H

#include "coro/task.h"

#include <chrono>
#include <string>

namespace shop {

struct config {
  unsigned threads = 4;
  std::chrono::milliseconds refresh_every{20};
  int attempts = 3;
};

/// Missing files and unknown words are ignored.
config load_config(const std::string &path);

/// Says whether the file differs from \p now.
coro::task<bool> config_changed(std::string path, config now);

} // namespace shop

#endif
