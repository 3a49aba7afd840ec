// Repository: microsoft/terminal
// Fixed in: eabebc4cb227293df4839f75bd195b04992ba506
// A window that closes loses the focus, and with it went the control. A weak
// pointer was made before the change of threads and never asked after it.

#include "winrt.h"

struct settings {
  void *abi = nullptr;
};
struct control_core {
  void UpdateSettings(settings now, settings unfocused);
};

class term_control : public winrt::implements<term_control> {
  control_core core_;
  wil::dispatcher dispatcher_;
  bool focused_ = false;

  void update_from_ui_thread();

public:
  winrt::fire_and_forget UpdateControlSettings(settings now,
                                               settings unfocused) {
    auto weakThis{get_weak()};
    co_await wil::resume_foreground(dispatcher_);
    core_.UpdateSettings(now, unfocused); // BUG: coro-dangling-this
    update_from_ui_thread();
  }
};
