// Places where tasks run: a pool of threads, a loop of one thread, a scope.
#ifndef INPUTS_EXECUTOR_H
#define INPUTS_EXECUTOR_H

#include "lazy.h"

namespace lib {

class pool {
public:
  void spawn([[clang::annotate("corolint::spawns")]] task<void> work);
  template <class F>
  void post([[clang::annotate("corolint::spawns")]] F work) {}
};

class loop {
public:
  void spawn([[clang::annotate("corolint::spawns_local")]] task<void> work);
};

class scope {
public:
  void spawn([[clang::annotate("corolint::spawns_scoped")]] task<void> work);
  task<void> join();
};

} // namespace lib

#endif
