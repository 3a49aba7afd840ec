// What all tasks of the program do at this moment.
//
// A program that links corolint::runtime_checked sees each task: where it was
// spawned, the chain of its awaits, what it waits for and since when. The plain
// library knows nothing of that; there a dump has the workers, how many tasks
// live, and what was reported.

#ifndef COROLINT_RT_DUMP_HPP
#define COROLINT_RT_DUMP_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace corolint::rt {

struct dump_place {
  std::string file; ///< empty: not known, there is no debug info
  unsigned line = 0;
  std::string function; ///< its name, without what it is in; may be empty
};

enum class task_state {
  ready,   ///< it runs when a worker comes to it
  running, ///< by a worker, at this moment
  waiting,
};

/// What runs beside others: a spawned task, a branch of a combinator, the work
/// of block_on.
struct task_dump {
  std::uint64_t id;     ///< of this program; of no other task
  unsigned runtime = 0; ///< the how many-th of the program, from 1
  task_state state = task_state::ready;
  bool is_stopped = false; ///< it was asked to stop
  dump_place function{};   ///< its outermost one of yours, where it is declared
  dump_place spawned{};    ///< empty: nowhere, it is awaited where it stands
  std::string waits_for{}; ///< in words: "a mutex"; empty unless it waits
  /// For how long it has waited, or been ready, in steps of some ten
  /// milliseconds. Not known of what runs.
  std::optional<std::chrono::milliseconds> since{};
  /// Where it and those that await it stand, the innermost first. Not known of
  /// what runs.
  std::vector<dump_place> awaits{};
};

struct worker_dump {
  unsigned runtime; ///< as of tasks
  unsigned index;   ///< within its runtime, from 0
  int thread;       ///< as the kernel numbers it; 0: its owner drives it
  bool is_asleep;
  unsigned jobs;                       ///< that it has taken so far; wraps
  std::optional<std::uint64_t> task{}; ///< that it runs, if that is known
};

/// A mistake that was reported.
struct warning_dump {
  std::string check;
  std::string text;
  dump_place where;
  struct note {
    std::string text;
    dump_place where;
  };
  std::vector<note> notes;
  std::chrono::milliseconds ago;
};

struct program_dump {
  std::string program;
  int process = 0;
  bool is_checked = false; ///< false: of the tasks only the count is known
  std::vector<worker_dump> workers;
  std::vector<task_dump> tasks;
  std::size_t live_tasks = 0;         ///< those that are left out, too
  std::vector<warning_dump> warnings; ///< the last hundred, the newest last
};

/// Looks at all runtimes of the program, and lists \p most tasks of them.
///
/// From any thread, also by a task. What runs goes on; workers begin nothing
/// new for as long as it takes to follow the others, which is some milliseconds
/// for ten thousand of them. To look lines up in the debug info takes much
/// longer, at first, and is waited for by the caller only.
program_dump dump(std::size_t most = 10'000);

/// For people: a line for each worker, some for each task.
std::string to_text(const program_dump &all);
/// For programs: a JSON object in one line, without the end of the line.
std::string to_json(const program_dump &all);

} // namespace corolint::rt

#endif
