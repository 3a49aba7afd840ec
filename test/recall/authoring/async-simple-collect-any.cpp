// Repository: alibaba/async_simple
// Fixed in: abaffa9b82fb28d1f0fd5938a3263f49a7aafb10
// The first task that is done resumes the coroutine, and the awaiter with its
// members is gone; the loop that starts the other tasks still uses them.

#include <atomic>
#include <coroutine>
#include <functional>
#include <memory>
#include <vector>

struct signal_t {
  void emit();
};
class lazy {
public:
  void set_signal(signal_t *signal) { signal_ = signal; }
  void start(std::function<void(int)> done);

private:
  signal_t *signal_ = nullptr;
};

struct collect_any_awaiter {
  explicit collect_any_awaiter(std::vector<lazy> input)
      : input_(std::move(input)) {}

  bool await_ready() const noexcept { return input_.empty(); }
  void await_suspend(std::coroutine_handle<> continuation) {
    auto input = std::move(input_);
    auto left = std::make_shared<std::atomic<std::size_t>>(input.size());
    signal_ = std::make_shared<signal_t>();
    for (auto &each : input) {
      each.set_signal(signal_.get()); // BUG: coro-promise-contract
      each.start([this, size = input.size(), continuation, left](int result) {
        if ((*left)-- == size) {
          result_ = result;
          signal_->emit();
          continuation.resume();
        }
      });
    }
  }
  int await_resume() const noexcept { return result_; }

private:
  std::vector<lazy> input_;
  std::shared_ptr<signal_t> signal_;
  int result_ = 0;
};
