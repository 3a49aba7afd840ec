// RUN: %check_rule %s coro-unsafe-spawn-capture
// The user's own word on a type, in the type or in a member of it.

#include "executor.h"
#include <string>

class [[clang::annotate("corolint::not_sendable")]] ScriptState {
public:
  void run(const std::string &code);

private:
  void *state_ = nullptr;
};

struct Plugin {
  std::string name;
  ScriptState script;
};

lib::task<void> run_hooks(Plugin plugin);

// Found at 'plugin', with a note that member 'script' of 'Plugin' decides.
void fire(lib::pool &workers, const Plugin &plugin) {
  workers.spawn(run_hooks(plugin));
  // CHECK: :[[@LINE-1]]:27: warning: 'plugin' is copied into a task that another thread may run; 'ScriptState' is not safe to use on two threads [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-9]]:15: note: member 'script' of 'Plugin' is a 'ScriptState'
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:27: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: only the name travels.
void log(lib::pool &workers, const Plugin &plugin) {
  workers.post([name = plugin.name] {});
}
