// Repository: microsoft/terminal
// Fixed in: 8521aae889b08cc3619624ceb212d810bb5cbaa7
// The host of a window goes on in the background and then uses its members; the
// thread of the window may have closed it and let go of it meanwhile.

#include "winrt.h"

#include <functional>
#include <memory>

struct window_manager {
  void RequestIdentifyWindows();
};
struct window_logic {
  std::function<void()> IdentifyWindowsRequested;
};

class app_host {
  window_manager manager_;
  window_logic logic_;

public:
  app_host() {
    logic_.IdentifyWindowsRequested = [this] {
      identify_windows_requested(); // BUG: coro-dangling-this
    };
  }
  void Close();

private:
  winrt::fire_and_forget identify_windows_requested() {
    co_await winrt::resume_background();
    manager_.RequestIdentifyWindows();
  }
};

class window_thread {
  std::unique_ptr<app_host> host_ = std::make_unique<app_host>();

public:
  void Refrigerate() {
    host_->Close();
    host_ = nullptr;
  }
};
