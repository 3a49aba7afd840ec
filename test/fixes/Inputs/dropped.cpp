// What the fixes are applied to; the result is compiled and checked again.
#include "async_mutex.h"
#include "lazy.h"

lib::task<void> save(int id);
lib::task<int> count();
lib::async_mutex door;

struct session {
  lib::task<void> close() { co_return; }
};

lib::task<void> dropped_calls(session &s, bool both) {
  save(1);
  count();
  s.close();
  for (int id = 0; id != 3; ++id)
    save(id);
  both ? save(4) : save(5);
  save(6), save(7);
  co_return;
}

lib::task<void> dropped_guard(int guard) {
  co_await door.scoped_lock();
  co_await save(guard);
}

template <class T> lib::task<T> in_a_template(T value) {
  save(8);
  co_return value;
}
template lib::task<int> in_a_template(int);
