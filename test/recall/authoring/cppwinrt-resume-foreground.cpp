// Repository: microsoft/cppwinrt
// Fixed in: 9c123d1b60102f9b86196378786b98871369de3e
// The queue may run what it is given before the call that gives it returns. The
// coroutine is then done, and the awaiter gone, before it notes the result.

#include <coroutine>
#include <functional>

namespace winrt::impl {
template <class D> struct consume_Windows_System_IDispatcherQueue {
  bool TryEnqueue(const std::function<void()> &work) const;
  bool TryEnqueue(int priority, const std::function<void()> &work) const;
};
} // namespace winrt::impl
namespace winrt::Windows::System {
/// Runs work on a thread of its own.
class DispatcherQueue
    : public impl::consume_Windows_System_IDispatcherQueue<DispatcherQueue> {};
} // namespace winrt::Windows::System

using winrt::Windows::System::DispatcherQueue;

[[nodiscard]] inline auto resume_foreground(const DispatcherQueue &queue,
                                            int priority) noexcept {
  struct awaitable {
    awaitable(const DispatcherQueue &queue, int priority) noexcept
        : queue_(queue), priority_(priority) {}
    bool await_ready() const noexcept { return false; }
    bool await_resume() const noexcept { return queued_; }
    bool await_suspend(std::coroutine_handle<> handle) {
      queued_ = // BUG: coro-promise-contract
          queue_.TryEnqueue(priority_, [handle] { handle(); });
      return queued_;
    }

  private:
    const DispatcherQueue &queue_;
    const int priority_;
    bool queued_ = false;
  };
  return awaitable(queue, priority);
}
