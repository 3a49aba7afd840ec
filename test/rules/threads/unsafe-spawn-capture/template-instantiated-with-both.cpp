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

private:
  Archive workers_;
};

// Found at the argument 'photo': 'add' hands it on.
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
