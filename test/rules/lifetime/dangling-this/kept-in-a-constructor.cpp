// RUN: %check_rule %s coro-dangling-this
// A constructor starts a task; nothing can hold the object for it yet.

#include "eager.h"
#include "lazy.h"
#include <memory>

lib::job<> tick();
void use(int id);

class client : public std::enable_shared_from_this<client> {
public:
  client() { runner_ = this->run(); }
  // CHECK: :[[@LINE-1]]:24: warning: the task uses its 'client' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
  // CHECK: :[[@LINE+6]]:5: note: 'run' suspends here
  // CHECK: :[[@LINE+6]]:9: note: the object is used here afterwards
  // CHECK: :[[@LINE-4]]:24: note: start the task where the object has an owner: in a function that makes both, and passes it on

private:
  lib::job<> run() {
    co_await tick();
    use(id_);
  }
  int id_ = 0;
  lib::job<> runner_;
};

// Silent: somebody may wait for the member.
class waited_for : public std::enable_shared_from_this<waited_for> {
public:
  waited_for() { runner_ = run(); }
  lib::job<> stop() { co_await runner_; }

private:
  lib::job<> run() {
    co_await tick();
    use(id_);
  }
  int id_ = 0;
  lib::job<> runner_;
};

// Silent: the destructor may end it.
class ended : public std::enable_shared_from_this<ended> {
public:
  ended() { runner_ = run(); }
  ~ended();

private:
  lib::job<> run() {
    co_await tick();
    use(id_);
  }
  int id_ = 0;
  lib::job<> runner_;
};

// Silent: done with the object in time.
class in_time : public std::enable_shared_from_this<in_time> {
public:
  in_time() { runner_ = run(); }

private:
  lib::job<> run() {
    use(id_);
    co_await tick();
  }
  int id_ = 0;
  lib::job<> runner_;
};

