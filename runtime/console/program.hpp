// What a program has said of itself.

#ifndef COROLINT_CONSOLE_PROGRAM_HPP
#define COROLINT_CONSOLE_PROGRAM_HPP

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace corolint::console {

struct place {
  std::string file;
  unsigned line = 0;
  std::string function;

  /// The file without its folders, and the line; empty if it is not known.
  std::string text() const;
};

struct task {
  std::uint64_t id = 0;
  std::string state; ///< "ready", "running" or "waiting"
  bool is_stopped = false;
  std::string function;
  place spawned;
  std::string waits_for;
  std::optional<std::chrono::milliseconds> since;
  std::vector<place> awaits; ///< the innermost first
};

struct worker {
  unsigned runtime = 0;
  unsigned index = 0;
  bool is_asleep = false;
  unsigned jobs = 0;
  std::optional<std::uint64_t> task;
};

struct warning {
  std::string check;
  std::string text;
  place where;
  std::chrono::milliseconds ago{};
};

struct program {
  std::string name;
  int process = 0;
  bool is_checked = false;
  std::size_t live_tasks = 0;
  std::vector<worker> workers;
  std::vector<task> tasks;
  std::vector<warning> warnings;
};

/// Throws failure if \p json is none of ours.
program read(const std::string &json);

} // namespace corolint::console

#endif
