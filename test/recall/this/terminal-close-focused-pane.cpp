// Repository: microsoft/terminal
// Fixed in: a528141fe6cbf10a3a9ce3f8680eb70d3a27df20
// The user is asked whether a pane may be closed. While the question stands on
// the screen the page can be destroyed; the answer is then acted upon.

#include "winrt.h"

#include <memory>

using winrt::Windows::Foundation::IAsyncOperation;

struct pane {
  bool read_only = false;
};

class terminal_page : public winrt::implements<terminal_page> {
  std::shared_ptr<pane> focused_;
  int closed_ = 0;

  IAsyncOperation<int> show_close_read_only_dialog();

  IAsyncOperation<bool> confirm_close_read_only(std::shared_ptr<pane> p) {
    if (p->read_only) {
      const int answer = co_await show_close_read_only_dialog();
      co_return answer == 1;
    }
    co_return true;
  }
  winrt::fire_and_forget close_focused_pane() {
    if (const auto p = focused_)
      if (co_await confirm_close_read_only(p))
        ++closed_;
  }

public:
  void HandleClosePane() {
    close_focused_pane(); // BUG: coro-dangling-this
  }
};
