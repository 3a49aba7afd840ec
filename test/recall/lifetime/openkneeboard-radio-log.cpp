// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 3b2773894dd2486782d24a2346b21826367e7d51
// The handler of a game event is fire-and-forget, changes to the thread of the
// user interface and then reads the event, which it has by reference.

#include "winrt.h"

#include <string>

struct game_event {
  std::string name, value;
};
struct page_source {
  void push_separator();
  void push_message(std::string text);
};

class dcs_radio_log_tab {
  winrt::apartment_context ui_thread_;
  page_source pages_;

  void emit_needs_repaint();

public:
  void on_game_event(const game_event &event, const std::string &install_path) {
    on_game_event_impl(event, install_path);
  }

  winrt::fire_and_forget
  on_game_event_impl(const game_event &event, // BUG: coro-dangling-parameter
                     const std::string &install_path) {
    if (event.name == "SimulationStart") {
      co_await ui_thread_;
      pages_.push_separator();
      pages_.push_message("Mission started at " + event.value);
      emit_needs_repaint();
      co_return;
    }
    if (event.name != "Message" || install_path.empty())
      co_return;
    auto text = event.value;
    co_await ui_thread_;
    pages_.push_message(std::move(text));
  }
};
