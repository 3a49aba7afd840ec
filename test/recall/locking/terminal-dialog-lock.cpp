// Repository: microsoft/terminal
// Fixed in: 3760caed97fa9140a40777a8fbc1c95785e6d2ab
// The lock says that a dialog is open, so it was held for as long as the
// awaited dialog stood on the screen; other windows never got it.

#include "winrt.h"

#include <mutex>

using winrt::Windows::Foundation::IAsyncOperation;

enum class dialog_result { none, primary, secondary };

struct content_dialog {
  void attach_to(void *root);
  IAsyncOperation<dialog_result> ShowAsync();
};

class terminal_window {
  std::mutex dialog_lock_;
  void *root_ = nullptr;

public:
  IAsyncOperation<dialog_result> ShowDialog(content_dialog dialog) {
    std::unique_lock lock{// BUG: coro-lock-across-await
                          dialog_lock_, std::try_to_lock};
    if (!lock)
      co_return dialog_result::none;
    dialog.attach_to(root_);
    co_return co_await dialog.ShowAsync();
  }
};
