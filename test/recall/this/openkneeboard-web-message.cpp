// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 4493da50fa0766d2517b5a3a032020673da8a004
// The browser tells the page source its size. The source then tells others on
// another thread, without asking whether it is still there.

#include "winrt.h"

#include <functional>
#include <memory>
#include <string>

struct web_view {
  void WebMessageReceived(std::function<void(std::string)> handler);
};

class web_view_source final
    : public std::enable_shared_from_this<web_view_source> {
  winrt::apartment_context ui_thread_;
  web_view view_;
  std::function<void()> evContentChanged_;
  int width_ = 0;

  winrt::fire_and_forget on_web_message(std::string json) {
    if (json.empty())
      co_return;
    width_ = static_cast<int>(json.size());
    co_await ui_thread_;
    evContentChanged_();
  }

public:
  void Initialize() {
    view_.WebMessageReceived([this](std::string json) {
      on_web_message(std::move(json)); // BUG: coro-dangling-this
    });
  }
};
