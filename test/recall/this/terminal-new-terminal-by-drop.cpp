// Repository: microsoft/terminal
// Fixed in: 99abb2a6b59254129f493a1707ece04f2858d2ec
// The handler makes a strong pointer to the page, but only for the call; the
// coroutine that it starts uses the page after the dropped items have arrived.

#include "winrt.h"

#include <functional>
#include <string>

using winrt::Windows::Foundation::IAsyncOperation;

struct storage_items {
  int Size() const;
  std::string PathAt(int index) const;
};
struct drag_event {
  IAsyncOperation<storage_items> GetStorageItemsAsync() const;
};
struct button {
  void Drop(std::function<void(const drag_event &)> handler);
};

class terminal_page : public winrt::implements<terminal_page> {
  button new_tab_;

  void open_new_tab(std::string path);

public:
  void Create() {
    new_tab_.Drop([weakThis{get_weak()}](const drag_event &e) {
      if (auto page{weakThis.get()})
        page->NewTerminalByDrop(e); // BUG: coro-dangling-this
    });
  }

  winrt::fire_and_forget NewTerminalByDrop(drag_event e) {
    auto items = co_await e.GetStorageItemsAsync();
    if (items.Size() == 1)
      open_new_tab(items.PathAt(0));
  }
};
