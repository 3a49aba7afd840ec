#include "connection.hpp"
#include "program.hpp"
#include "screen.hpp"
#include "target.hpp"
#include "views.hpp"
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <unistd.h>

namespace corolint::console {

namespace {

constexpr const char *usage =
    "usage: corolint-console [--once [--json]] [--interval=MS] PATH|PID\n"
    "\n"
    "Shows what the tasks of a program do that was started with\n"
    "COROLINT_CONSOLE=PATH; PID: the number of its process.\n"
    "\n"
    "  --once         prints it once, without a terminal, and ends\n"
    "  --json         with --once: as the program gives it\n"
    "  --interval=MS  looks every MS milliseconds; 500 unless told\n"
    "  --help         this text\n";

/// A mistake in the call.
class misuse : public failure {
public:
  using failure::failure;
};

struct options {
  bool once = false;
  bool json = false;
  bool help = false;
  std::chrono::milliseconds interval{500};
  std::string target;
};

std::chrono::milliseconds interval_in(std::string_view text) {
  unsigned value = 0;
  const auto [end, failed] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || value == 0 ||
      value > 3'600'000)
    throw misuse("--interval is '" + std::string(text) +
                 "', expected milliseconds from 1 to 3600000");
  return std::chrono::milliseconds(value);
}

options read_options(int count, char **words) {
  options read;
  constexpr std::string_view interval = "--interval=";
  for (int i = 1; i != count; ++i) {
    const std::string_view word(words[i]);
    if (word == "--once")
      read.once = true;
    else if (word == "--json")
      read.json = true;
    else if (word == "--help")
      read.help = true;
    else if (word.starts_with(interval))
      read.interval = interval_in(word.substr(interval.size()));
    else if (word.starts_with("-"))
      throw misuse("unknown option '" + std::string(word) + "'; see --help");
    else if (!read.target.empty())
      throw misuse("'" + std::string(word) +
                   "' is one more program; expected one PATH or PID");
    else
      read.target = word;
  }
  if (read.target.empty() && !read.help)
    throw misuse("no program is named; expected its PATH or PID, see --help");
  if (read.json && !read.once)
    throw misuse("--json needs --once");
  return read;
}

void print_once(const options &asked, const std::string &path) {
  const std::string answer = connection(path).ask();
  const program seen = read(answer);
  if (asked.json) {
    std::printf("%s\n", answer.c_str());
    return;
  }
  rates none;
  std::printf("%s\n%s\n", summary(seen).c_str(), task_header().c_str());
  for (const task &each : chosen(seen, "", order::age))
    std::printf("%s\n", line_of(each).c_str());
  std::printf("%s\n", worker_header().c_str());
  for (const worker &each : seen.workers)
    std::printf("%s\n", line_of(each, seen, none).c_str());
  std::printf("%s\n", warning_header().c_str());
  for (const warning &each : seen.warnings)
    std::printf("%s\n", line_of(each).c_str());
}

void run(const options &asked) {
  const std::string path = socket_of(asked.target);
  if (asked.once) {
    print_once(asked, path);
    return;
  }
  if (!::isatty(STDIN_FILENO) || !::isatty(STDOUT_FILENO))
    throw misuse("this is no terminal; use --once");
  static_cast<void>(read(connection(path).ask())); // or say why not
  screen(path, asked.interval).run();
}

} // namespace

} // namespace corolint::console

int main(int count, char **words) {
  namespace console = corolint::console;
  try {
    const console::options asked = console::read_options(count, words);
    if (asked.help)
      std::fputs(console::usage, stdout);
    else
      console::run(asked);
    return 0;
  } catch (const console::misuse &wrong) {
    std::fprintf(stderr, "corolint-console: error: %s\n", wrong.what());
    return 2;
  } catch (const std::exception &failed) {
    std::fprintf(stderr, "corolint-console: error: %s\n", failed.what());
    return 3;
  }
}
