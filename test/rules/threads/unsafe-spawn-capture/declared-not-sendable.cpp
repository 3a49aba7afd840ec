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
}

// Not found: only the name travels.
void log(lib::pool &workers, const Plugin &plugin) {
  workers.post([name = plugin.name] {});
}
