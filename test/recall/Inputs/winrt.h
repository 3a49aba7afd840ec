// As much of C++/WinRT as the cases need: its asynchronous actions start at
// once and run on when they are dropped.
#ifndef RECALL_WINRT_H
#define RECALL_WINRT_H

#include <chrono>
#include <coroutine>
#include <exception>

namespace winrt {

/// Counts references in the object itself.
template <class T> class com_ptr {
public:
  com_ptr() noexcept = default;
  com_ptr(const com_ptr &) noexcept;
  ~com_ptr();
  T *operator->() const noexcept { return ptr_; }
  T &operator*() const noexcept { return *ptr_; }
  explicit operator bool() const noexcept { return ptr_; }

private:
  T *ptr_ = nullptr;
};

template <class T> class weak_ref {
public:
  [[nodiscard]] auto get() const noexcept { return com_ptr<T>(); }
};

/// What a class of the Windows Runtime is implemented with.
template <class D, class... I> class implements {
public:
  com_ptr<D> get_strong() noexcept;
  weak_ref<D> get_weak() noexcept;
};

struct fire_and_forget {
  struct promise_type {
    fire_and_forget get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};

/// Awaited, it takes the coroutine back to where the context was made.
class apartment_context {
public:
  apartment_context();
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}
};

struct background {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}
};
inline background resume_background() noexcept { return {}; }
inline background resume_after(std::chrono::milliseconds) noexcept {
  return {};
}

namespace Windows::Foundation {

struct IAsyncAction {
  void *abi = nullptr;
  void get() const;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const {}
};

template <class T> struct IAsyncOperation {
  void *abi = nullptr;
  T get() const;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  T await_resume() const;
};

} // namespace Windows::Foundation

namespace impl {
struct promise_base {
  std::exception_ptr failure;
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_never final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { failure = std::current_exception(); }
};
} // namespace impl
} // namespace winrt

namespace wil {
struct dispatcher {
  void *abi = nullptr;
};
inline winrt::background resume_foreground(const dispatcher &) noexcept {
  return {};
}
} // namespace wil

template <class... A>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncAction, A...> {
  struct promise_type : winrt::impl::promise_base {
    winrt::Windows::Foundation::IAsyncAction get_return_object() { return {}; }
    void return_void() const noexcept {}
  };
};

template <class T, class... A>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncOperation<T>,
                             A...> {
  struct promise_type : winrt::impl::promise_base {
    T value{};
    winrt::Windows::Foundation::IAsyncOperation<T> get_return_object() {
      return {};
    }
    void return_value(T v) { value = v; }
  };
};

#endif
