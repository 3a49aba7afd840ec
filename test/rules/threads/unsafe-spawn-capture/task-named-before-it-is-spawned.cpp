// RUN: %check_rule %s coro-unsafe-spawn-capture
// The task has a name before it is spawned.

#include "executor.h"
#include "local_ptr.h"

struct Model {
  double weight = 0;
};

lib::task<void> train(lib::local_ptr<Model> model);
lib::task<void> with_retries(lib::task<void> attempt, int retries);

// Found at the argument 'model' of train: moving the task does not change
// what is in its frame.
void start(lib::pool &workers, const lib::local_ptr<Model> &model) {
  auto work = train(model);
  // CHECK: :[[@LINE-1]]:21: warning: 'model' is copied into a task that another thread may run; 'lib::local_ptr<Model>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE+2]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:21: note: hand the task a value of its own, or share it through a type that is thread-safe
  workers.spawn(std::move(work));
}

// Found at the argument 'model' of train: a task in a task.
void start_stubbornly(lib::pool &workers, const lib::local_ptr<Model> &model) {
  workers.spawn(with_retries(train(model), 3));
  // CHECK: :[[@LINE-1]]:36: warning: 'model' is copied into a task that another thread may run; 'lib::local_ptr<Model>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:36: note: hand the task a value of its own, or share it through a type that is thread-safe
}
