// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 7127802e4b0753674211322e42202f4255ab7e8d
// The tab looks for a window in the background, and starts anew when that
// window is closed. It may be removed while it is between two threads.

#include "winrt.h"

#include <functional>
#include <memory>

struct window_source {
  std::function<void()> evWindowClosed;
};

class window_capture_tab final
    : public std::enable_shared_from_this<window_capture_tab> {
  winrt::apartment_context ui_thread_;
  std::shared_ptr<window_source> delegate_;
  void *hwnd_ = nullptr;

  bool window_matches(void *hwnd);

  winrt::fire_and_forget try_to_start_capture() {
    co_await winrt::resume_background();
    if (window_matches(nullptr))
      hwnd_ = nullptr;
  }

  winrt::fire_and_forget on_window_closed() {
    co_await ui_thread_;
    Reload();
  }

public:
  void Attach(std::shared_ptr<window_source> source) {
    delegate_ = source;
    source->evWindowClosed = std::bind_front( // BUG: coro-dangling-this
        &window_capture_tab::on_window_closed, this);
  }
  void Reload() {
    delegate_ = {};
    try_to_start_capture(); // BUG: coro-dangling-this
  }
};
