// RUN: %check_rule %s coro-unsafe-spawn-capture
// A template is judged by what it is instantiated with.

#include "executor.h"
#include "local_ptr.h"
#include <string>

struct Photo {
  int bytes = 0;
};

template <class T> lib::task<void> store(T item);

template <class Archive> class Backup {
public:
  // Found once at the argument 'item', for the backup of handles.
  template <class T> void add(const T &item) { workers_.spawn(store<T>(item)); }
  // CHECK: :[[@LINE-1]]:72: warning: 'item' is copied into a task that another thread may run; 'lib::local_ptr<Photo>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:57: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:72: note: hand the task a value of its own, or share it through a type that is thread-safe

private:
  Archive workers_;
};

// Not found again: the template answers for the copy that it makes.
void back_up(const lib::local_ptr<Photo> &photo, const std::string &name) {
  Backup<lib::pool> everywhere;
  everywhere.add(name);
  everywhere.add(photo);
}

// Not found: these tasks stay on this thread.
void back_up_here(const lib::local_ptr<Photo> &photo) {
  Backup<lib::loop> here;
  here.add(photo);
}
