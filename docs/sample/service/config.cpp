#include "config.h"

#include <fstream>
#include <sstream>

namespace shop {

namespace {

std::string read_all(const std::string &path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

config parse(const std::string &text) {
  config result;
  std::istringstream words(text);
  std::string key;
  int value = 0;
  while (words >> key >> value) {
    if (key == "threads")
      result.threads = static_cast<unsigned>(value);
    else if (key == "refresh-every")
      result.refresh_every = std::chrono::milliseconds(value);
    else if (key == "attempts")
      result.attempts = value;
  }
  return result;
}

} // namespace

config load_config(const std::string &path) { return parse(read_all(path)); }

coro::task<bool> config_changed(std::string path, config now) {
  const config fresh = load_config(path);
  co_return fresh.threads != now.threads ||
      fresh.refresh_every != now.refresh_every ||
      fresh.attempts != now.attempts;
}

} // namespace shop
