// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: e9e08fd1bf0fbb23a28e78b9ef8ad25d31eb7f89
// The kind of activity that was used says of the thread what it is doing. The
// coroutine goes on elsewhere, and the wrong thread is set back.

#include "winrt.h"

#include <memory>
#include <string>
#include <vector>

using winrt::Windows::Foundation::IAsyncAction;

using activity_id = unsigned long;
inline thread_local activity_id current_activity = 0;
activity_id new_activity_id();

/// Sets the activity of the thread for as long as it lives.
class thread_activity {
  activity_id before_ = current_activity;

public:
  thread_activity() { current_activity = new_activity_id(); }
  ~thread_activity() { current_activity = before_; }
  void start(const std::string &name);
  void stop();
};

class game_event_server
    : public std::enable_shared_from_this<game_event_server> {
  IAsyncAction emit(std::string event);
  std::vector<std::string> parse(const std::string &buffer);

public:
  winrt::fire_and_forget DispatchEvent(std::string buffer) {
    const auto staying_alive = shared_from_this();
    co_await winrt::resume_background();
    thread_activity activity; // BUG: coro-thread-local-across-await
    activity.start("GameEvent");
    for (const auto &event : parse(buffer))
      co_await emit(event);
    activity.stop();
  }
};
