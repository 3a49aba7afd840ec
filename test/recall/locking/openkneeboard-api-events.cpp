// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 181ab696e28e80d5ee2403de471859514f810082
// A mutex was tried, and then used as a flag for "somebody works on the queue"
// while the events of it were awaited.

#include "winrt.h"

#include <mutex>
#include <queue>
#include <string>

class kneeboard_state {
  std::queue<std::string> events_;
  std::mutex handler_;

  winrt::Windows::Foundation::IAsyncAction process(std::string event);

public:
  winrt::fire_and_forget on_event(std::string event) noexcept {
    events_.push(event);
    std::unique_lock lock( // BUG: coro-lock-across-await
        handler_, std::try_to_lock);
    if (!lock)
      co_return;
    while (!events_.empty()) {
      auto next = events_.front();
      events_.pop();
      co_await process(next);
    }
  }
};
