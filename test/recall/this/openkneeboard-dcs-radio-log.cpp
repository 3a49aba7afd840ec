// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 303822b0e801ff694042a59a27141ef0a2c5b242
// The tab hears of an event of the game and goes over to the thread of the user
// interface to change its pages; the user may have removed the tab.

#include "winrt.h"

#include <memory>
#include <string>

struct game_event {
  std::string name;
};
struct game_events {
  virtual ~game_events() = default;
  virtual void OnGameEvent(const game_event &event) = 0;
};
struct page_source {
  void PushMessage(std::string text);
  void PushFullWidthSeparator();
};

class radio_log_tab final : public game_events,
                            public std::enable_shared_from_this<radio_log_tab> {
  winrt::apartment_context ui_thread_;
  std::unique_ptr<page_source> pages_;

public:
  void OnGameEvent(const game_event &event) override {
    on_game_event(event); // BUG: coro-dangling-this
  }

private:
  winrt::fire_and_forget on_game_event(game_event event) {
    if (event.name == "simulation start") {
      co_await ui_thread_;
      pages_->PushFullWidthSeparator();
      co_return;
    }
    co_await ui_thread_;
    pages_->PushMessage(event.name);
  }
};
