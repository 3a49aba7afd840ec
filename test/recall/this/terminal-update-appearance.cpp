// Repository: microsoft/terminal
// Fixed in: eabebc4cb227293df4839f75bd195b04992ba506
// When the control loses the focus it changes how it looks, on its own thread
// and a bit later; it may have been torn down by then.

#include "winrt.h"

struct appearance {
  void *abi = nullptr;
};

class term_control : public winrt::implements<term_control> {
  appearance unfocused_;
  wil::dispatcher dispatcher_;
  bool closing_ = false;
  bool focused_ = true;

  void update_from_ui_thread(appearance next) { unfocused_ = next; }

public:
  void LostFocus() {
    if (closing_)
      return;
    focused_ = false;
    UpdateAppearance(unfocused_); // BUG: coro-dangling-this
  }

  winrt::fire_and_forget UpdateAppearance(appearance next) {
    co_await wil::resume_foreground(dispatcher_);
    update_from_ui_thread(next);
  }
};
