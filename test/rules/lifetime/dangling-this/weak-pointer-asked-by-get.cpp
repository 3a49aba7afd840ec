// RUN: %check_rule %s coro-dangling-this
// C++/WinRT: the base class makes pointers that count in the object itself.

#include "executor.h"

namespace winrt {
template <class T> class com_ptr {
public:
  com_ptr(const com_ptr &);
  ~com_ptr();
  T *operator->() const;
  T *get() const;
  explicit operator bool() const;
};
template <class T> class weak_ref {
public:
  auto get() const { return made(); }

private:
  static com_ptr<T> made();
};
template <class D, class... I> class implements {
public:
  com_ptr<D> get_strong();
  weak_ref<D> get_weak();
};
} // namespace winrt

lib::task<> tick();
void use(int id);

class control : public winrt::implements<control> {
public:
  lib::task<> forgotten() {
    auto weak = get_weak();
    co_await tick();
    use(id_);
    // CHECK: :[[@LINE-1]]:9: warning: the object is used after a suspension without asking 'weak' again; it may be gone [coro-dangling-this]
    // CHECK: :[[@LINE-3]]:5: note: suspends here
    // CHECK: :[[@LINE-3]]:9: note: lock 'weak' after the suspension, and leave if it is empty
  }

  lib::task<> asked() {
    auto weak = get_weak();
    co_await tick();
    if (auto strong = weak.get())
      use(id_);
  }

  lib::task<> plain() {
    co_await tick();
    use(id_);
  }

  lib::task<> kept() {
    auto strong = get_strong();
    co_await tick();
    use(id_);
  }

  void start(lib::pool &pool) {
    pool.spawn(plain());
    // CHECK: :[[@LINE-1]]:16: warning: the task uses its 'control' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
    // CHECK: :[[@LINE-2]]:10: note: the task is started by 'spawn'
    // CHECK: :[[@LINE-13]]:9: note: the object is used here
    // CHECK: :[[@LINE-4]]:16: note: give the task a strong pointer: capture or pass shared_from_this()
    pool.spawn(kept());
  }

private:
  int id_ = 0;
};
