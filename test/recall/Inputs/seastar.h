// As much of Seastar as the cases need: futures that are coroutines, guards,
// pointers of one shard and the ways to another shard. Declarations only where
// a body would say nothing.
#ifndef RECALL_SEASTAR_H
#define RECALL_SEASTAR_H

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace seastar {

template <class T> class promise;
template <class T = void> class future;

namespace internal {
/// A future from a place that nobody looks into.
template <class T> future<T> elsewhere() noexcept;

template <class R> struct futurized {
  using type = future<R>;
};
template <class R> struct futurized<future<R>> {
  using type = future<R>;
};
template <class Func, class... A>
using futurize_of =
    typename futurized<std::invoke_result_t<Func &, A...>>::type;
template <class F> struct value_of;
template <class T> struct value_of<future<T>> {
  using type = T;
};
template <class Func, class... A> auto elsewhere_of() noexcept {
  return elsewhere<typename value_of<futurize_of<Func, A...>>::type>();
}
/// What a continuation gives that takes a T, or nothing.
template <class Func, class T> auto continued() noexcept {
  if constexpr (std::is_void_v<T>)
    return elsewhere_of<Func>();
  else
    return elsewhere_of<Func, T>();
}
} // namespace internal

template <class T> class [[nodiscard]] future {
public:
  future(future &&) noexcept;
  future &operator=(future &&) noexcept;
  ~future();

  bool available() const noexcept;
  bool failed() const noexcept;
  T get();
  std::exception_ptr get_exception();
  void wait() noexcept;
  void ignore_ready_future() noexcept;
  future<> discard_result() noexcept;
  template <class Func> future<> handle_exception(Func func) noexcept {
    return internal::elsewhere<void>();
  }
  template <class Func> future handle_exception_type(Func func) noexcept {
    return internal::elsewhere<T>();
  }
  template <class Func> auto then(Func func) noexcept {
    return internal::continued<Func, T>();
  }
  template <class Func> auto then_wrapped(Func func) noexcept {
    return internal::elsewhere_of<Func, future>();
  }
  template <class Func> future finally(Func func) noexcept {
    return internal::elsewhere<T>();
  }

private:
  friend class promise<T>;
  future() noexcept;
};

template <class T> class promise {
public:
  promise() noexcept;
  promise(promise &&) noexcept;
  ~promise();
  future<T> get_future() noexcept;
  template <class... A> void set_value(A &&...value) noexcept;
  void set_exception(std::exception_ptr failure) noexcept;

private:
  void *task_ = nullptr;
};

template <class T> struct awaiter {
  future<T> f;
  bool await_ready() const noexcept { return f.available(); }
  template <class P> void await_suspend(std::coroutine_handle<P>) noexcept;
  T await_resume() { return f.get(); }
};

template <class T> awaiter<T> operator co_await(future<T> f) noexcept {
  return {std::move(f)};
}

namespace internal {

template <class T> struct coroutine_promise_base {
  promise<T> done;
  future<T> get_return_object() noexcept { return done.get_future(); }
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {
    done.set_exception(std::current_exception());
  }
};

template <class T> struct coroutine_promise : coroutine_promise_base<T> {
  template <class U> void return_value(U &&value) {
    this->done.set_value(std::forward<U>(value));
  }
};

template <> struct coroutine_promise<void> : coroutine_promise_base<void> {
  void return_void() noexcept { done.set_value(); }
};

} // namespace internal

template <class T = void, class... A> future<T> make_ready_future(A &&...value);
future<> sleep(std::chrono::milliseconds time);
future<> yield() noexcept;
namespace coroutine {
future<> maybe_yield() noexcept;
template <class T> class [[nodiscard]] as_future {
public:
  explicit as_future(future<T> &&f) noexcept : f_(std::move(f)) {}
  bool await_ready() const noexcept { return f_.available(); }
  template <class P> void await_suspend(std::coroutine_handle<P>) noexcept;
  future<T> await_resume() noexcept { return std::move(f_); }

private:
  future<T> f_;
};
template <class T> as_future(future<T>) -> as_future<T>;
} // namespace coroutine
template <class Func> future<> async(Func func) {
  return internal::elsewhere<void>();
}
template <class T, class Func> auto do_with(T value, Func &&func) noexcept {
  return internal::elsewhere_of<Func, T &>();
}
template <class C, class Func> future<> parallel_for_each(C &&c, Func func) {
  return internal::elsewhere<void>();
}
template <class C, class Func> future<> do_for_each(C &c, Func func) {
  return internal::elsewhere<void>();
}
template <class... F> future<> when_all_succeed(F &&...futures);

template <class Func, class... A>
auto futurize_invoke(Func &&func, A &&...args) noexcept {
  return internal::elsewhere_of<Func, A...>();
}
template <class Func> future<> repeat(Func func) noexcept {
  return internal::elsewhere<void>();
}
template <class Stop, class Func>
future<> do_until(Stop stop, Func func) noexcept {
  return internal::elsewhere<void>();
}

class file {
public:
  future<std::size_t> size() noexcept;
  future<std::string> read(std::size_t from, std::size_t length);
  future<> close() noexcept;
};
template <class Func> auto with_file(future<file> opened, Func func) noexcept {
  return opened.then([func = std::move(func)](file f) mutable {
    return do_with(std::move(f), [func = std::move(func)](file &f) mutable {
      return futurize_invoke(func, f).finally([&f] { return f.close(); });
    });
  });
}

class abort_source {
public:
  abort_source() noexcept;
  abort_source(abort_source &&) noexcept;
  bool abort_requested() const noexcept;
};
future<> sleep_abortable(std::chrono::milliseconds time, abort_source &as);

class app_template {
public:
  int run(int argc, char **argv, std::function<future<>()> func);
};

class gate {
public:
  class holder {
  public:
    holder() noexcept;
    explicit holder(gate &g);
    holder(holder &&) noexcept;
    ~holder();
  };
  holder hold();
  future<> close() noexcept;
  bool is_closed() const noexcept;
};
template <class Func> auto with_gate(gate &g, Func &&func) {
  return internal::elsewhere_of<Func>();
}
template <class Func> auto try_with_gate(gate &g, Func &&func) noexcept {
  return internal::elsewhere_of<Func>();
}

class condition_variable {
public:
  future<> wait() noexcept;
  future<> when() noexcept;
  void signal() noexcept;
  void broken() noexcept;
};

struct semaphore_default_exception_factory;

template <class Factory = semaphore_default_exception_factory>
class basic_semaphore {
public:
  explicit basic_semaphore(std::size_t count);
  future<> wait(std::size_t units = 1) noexcept;
  void signal(std::size_t units = 1) noexcept;
  std::size_t current() const noexcept;
};
using semaphore = basic_semaphore<>;

template <class Factory = semaphore_default_exception_factory>
class semaphore_units {
public:
  semaphore_units() noexcept;
  semaphore_units(semaphore_units &&) noexcept;
  semaphore_units &operator=(semaphore_units &&) noexcept;
  ~semaphore_units();
  void return_all() noexcept;
};

template <class Factory>
future<semaphore_units<Factory>> get_units(basic_semaphore<Factory> &sem,
                                           std::size_t units) noexcept;
template <class Factory, class Func>
future<> with_semaphore(basic_semaphore<Factory> &sem, std::size_t units,
                        Func func) noexcept {
  return internal::elsewhere<void>();
}

class basic_rwlock {
public:
  class holder {
  public:
    holder(holder &&) noexcept;
    ~holder();
    void return_all() noexcept;
  };
  future<holder> hold_read_lock();
  future<holder> hold_write_lock();
};
using rwlock = basic_rwlock;

/// Counts its owners with a plain integer: for one shard only.
template <class T> class lw_shared_ptr {
public:
  lw_shared_ptr() noexcept = default;
  lw_shared_ptr(const lw_shared_ptr &o) noexcept : p_(o.p_) {
    if (p_)
      ++p_->count;
  }
  lw_shared_ptr(lw_shared_ptr &&o) noexcept : p_(std::exchange(o.p_, {})) {}
  lw_shared_ptr &operator=(lw_shared_ptr o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  ~lw_shared_ptr() {
    if (p_ && !--p_->count)
      delete p_;
  }
  T &operator*() const noexcept { return p_->value; }
  T *operator->() const noexcept { return &p_->value; }
  T *get() const noexcept { return p_ ? &p_->value : nullptr; }
  explicit operator bool() const noexcept { return p_; }

private:
  struct counted {
    long count = 1;
    T value;
  };
  counted *p_ = nullptr;
};
template <class T, class... A> lw_shared_ptr<T> make_lw_shared(A &&...args);

template <class T> class enable_lw_shared_from_this {
public:
  lw_shared_ptr<T> shared_from_this() noexcept;

private:
  long count_ = 0;
};

/// The same for classes with a base, counted in an object beside it.
template <class T> class shared_ptr {
public:
  shared_ptr() noexcept = default;
  shared_ptr(const shared_ptr &o) noexcept : count_(o.count_), p_(o.p_) {
    if (count_)
      ++*count_;
  }
  shared_ptr(shared_ptr &&o) noexcept
      : count_(std::exchange(o.count_, {})), p_(std::exchange(o.p_, {})) {}
  shared_ptr &operator=(shared_ptr o) noexcept {
    std::swap(count_, o.count_);
    std::swap(p_, o.p_);
    return *this;
  }
  ~shared_ptr() {
    if (count_ && !--*count_) {
      delete p_;
      delete count_;
    }
  }
  T &operator*() const noexcept { return *p_; }
  T *operator->() const noexcept { return p_; }
  T *get() const noexcept { return p_; }
  explicit operator bool() const noexcept { return p_; }

private:
  long *count_ = nullptr;
  T *p_ = nullptr;
};
template <class T, class... A> shared_ptr<T> make_shared(A &&...args);

template <class P> class foreign_ptr {
public:
  foreign_ptr() noexcept;
  explicit foreign_ptr(P p) noexcept;
  foreign_ptr(foreign_ptr &&) noexcept;
  ~foreign_ptr();
  auto &operator*() const noexcept { return *p_; }
  auto *operator->() const noexcept { return p_.get(); }
  unsigned get_owner_shard() const noexcept;

private:
  P p_;
  unsigned shard_;
};
template <class T> foreign_ptr<T> make_foreign(T p) {
  return foreign_ptr<T>(std::move(p));
}

unsigned this_shard_id() noexcept;

struct smp_submit_to_options {};

class smp {
public:
  static unsigned count;
  template <class Func>
  static internal::futurize_of<Func> submit_to(unsigned shard,
                                               Func &&func) noexcept {
    return internal::elsewhere_of<Func>();
  }
  template <class Func>
  static internal::futurize_of<Func> submit_to(unsigned shard,
                                               smp_submit_to_options options,
                                               Func &&func) noexcept {
    return internal::elsewhere_of<Func>();
  }
  template <class Func> static future<> invoke_on_all(Func &&func) noexcept {
    return internal::elsewhere<void>();
  }
};

template <class Service> class sharded {
public:
  Service &local() noexcept;
  const Service &local() const noexcept;
  template <class... A> future<> start(A &&...args) noexcept {
    return internal::elsewhere<void>();
  }
  future<> stop() noexcept;
  template <class Func, class... A>
  internal::futurize_of<Func, Service &, A...>
  invoke_on(unsigned shard, Func &&func, A &&...args) {
    return internal::elsewhere_of<Func, Service &, A...>();
  }
  template <class Func, class... A>
  future<> invoke_on_all(Func func, A... args) noexcept {
    return internal::elsewhere<void>();
  }
  template <class Func, class... A>
  future<> invoke_on_others(Func func, A... args) noexcept {
    return internal::elsewhere<void>();
  }
  template <class Map, class T, class Reduce>
  future<T> map_reduce0(Map map, T initial, Reduce reduce) {
    return internal::elsewhere<T>();
  }
};

template <class T> class peering_sharded_service {
public:
  sharded<T> &container() noexcept;
};

namespace alien {
class instance;
template <class Func> void run_on(instance &where, unsigned shard, Func func) {}
} // namespace alien

} // namespace seastar

template <class T, class... A>
struct std::coroutine_traits<seastar::future<T>, A...> {
  using promise_type = seastar::internal::coroutine_promise<T>;
};

#endif
