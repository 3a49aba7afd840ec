#include "target.hpp"
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

namespace corolint::console {

namespace fs = std::filesystem;

/// The sockets that the process has open, as the kernel numbers them.
static std::set<std::string> open_sockets(const fs::path &process) {
  std::error_code failed;
  std::set<std::string> numbers;
  const fs::directory_iterator open(process / "fd", failed);
  if (failed)
    throw failure("process " + process.filename().string() +
                  " cannot be looked at: " + failed.message());
  for (const fs::directory_entry &each : open) {
    const std::string to = fs::read_symlink(each.path(), failed).string();
    constexpr std::string_view begin = "socket:[";
    if (to.starts_with(begin))
      numbers.insert(to.substr(begin.size(), to.size() - begin.size() - 1));
  }
  return numbers;
}

/// The paths at which the process listens.
static std::vector<std::string> listens_at(const fs::path &process) {
  const std::set<std::string> open = open_sockets(process);
  std::ifstream sockets(process / "net/unix");
  std::vector<std::string> paths;
  std::string line;
  while (std::getline(sockets, line)) {
    std::istringstream fields(line);
    std::string address, references, protocol, flags, type, state, number, path;
    fields >> address >> references >> protocol >> flags >> type >> state >>
        number >> std::ws;
    std::getline(fields, path);
    constexpr std::string_view accepts = "00010000";
    if (flags != accepts || path.empty() || path.front() == '@' ||
        !open.contains(number))
      continue;
    // As the process gave it, which may be in its folder.
    paths.push_back(path.front() == '/' ? path
                                        : (process / "cwd" / path).string());
  }
  return paths;
}

std::string socket_of(const std::string &given) {
  const bool is_number =
      std::all_of(given.begin(), given.end(),
                  [](unsigned char each) { return std::isdigit(each); });
  if (!is_number)
    return given;
  const std::vector<std::string> paths = listens_at(fs::path("/proc") / given);
  if (paths.size() == 1)
    return paths.front();
  throw failure("process " + given + " listens at " +
                (paths.empty() ? "no socket" : "more than one socket") +
                (paths.empty() ? "; start it with COROLINT_CONSOLE=PATH"
                               : "; name the path"));
}

} // namespace corolint::console
