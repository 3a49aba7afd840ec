// RUN: %check_rule %s coro-discarded-task
// Lazy tasks in members that somebody takes out, or may.

#include "lazy.h"
#include <optional>
#include <utility>
#include <vector>

lib::task<void> notify(int user);

// Awaited in another member function, in a lambda of one.
class waits {
public:
  void start(int user) { greeting = notify(user); }
  lib::task<void> finish() { co_await std::move(greeting); }

private:
  lib::task<void> greeting;
};
class waits_in_a_lambda {
public:
  void start(int user) { greeting = notify(user); }
  auto finish() {
    return [this] { return std::move(greeting); };
  }

private:
  lib::task<void> greeting;
};

// Handed out as a whole.
class gives_back {
public:
  void add(int user) { all.push_back(notify(user)); }
  std::vector<lib::task<void>> take() { return std::exchange(all, {}); }

private:
  std::vector<lib::task<void>> all;
};

// Who knows what stop does.
class body_elsewhere {
public:
  void start(int user) { greeting = notify(user); }
  void stop();

private:
  lib::task<void> greeting;
};

// Others may take it.
class with_friend {
public:
  void start(int user) { greeting = notify(user); }
  friend lib::task<void> finish(with_friend &of);

private:
  lib::task<void> greeting;
};
struct open_to_all {
  void start(int user) { greeting = notify(user); }
  lib::task<void> greeting;
};
class open_to_derived {
public:
  void start(int user) { greeting = notify(user); }

protected:
  lib::task<void> greeting;
};
template <typename T> class of_any_kind {
public:
  void start(int user) { greeting = notify(user); }

private:
  lib::task<void> greeting;
};
template class of_any_kind<int>;

// Nothing is ever stored.
class only_declared {
public:
  void reset() { greeting = {}; }

private:
  std::optional<lib::task<void>> greeting;
};

// CHECK-NONE
