// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 1a88a7dd9811e504d123c9fd10bcfc7d5a315595
// A tab was loaded from its constructor and left to itself; the old pages are
// disposed of first, and when the profile changes the tab is gone by then.

#include "winrt.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

using winrt::Windows::Foundation::IAsyncAction;

struct page_source {
  IAsyncAction DisposeAsync();
};

class browser_tab : public std::enable_shared_from_this<browser_tab> {
  std::vector<std::shared_ptr<page_source>> delegates_;
  std::shared_ptr<page_source> delegate_;
  std::string url_;

  IAsyncAction set_delegates(std::vector<std::shared_ptr<page_source>> next) {
    for (auto old : std::exchange(delegates_, {}))
      co_await old->DisposeAsync();
    delegates_ = std::move(next);
  }

public:
  explicit browser_tab(std::string url) : url_(std::move(url)) {
    [](IAsyncAction loaded) -> winrt::fire_and_forget {
      co_await loaded;
    }(this->Reload()); // BUG: coro-dangling-this
  }

  IAsyncAction Reload() {
    delegate_ = {};
    co_await set_delegates({});
    delegate_ = std::make_shared<page_source>();
    co_await set_delegates({delegate_});
  }
};
