// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: dc181c7cd91d5d00626ccf71334ec3d6b08e8879
// A document is loaded in the background by a lambda that is called on the
// spot; from the first co_await on its this points nowhere.

#include "winrt.h"

#include <memory>
#include <string>

struct pdf_document {
  int pages = 0;
};
winrt::Windows::Foundation::IAsyncOperation<int> open_file(std::wstring path);
winrt::Windows::Foundation::IAsyncOperation<pdf_document> load_pdf(int file);

class pdf_tab {
  struct impl {
    std::wstring path;
    pdf_document document;
    bool navigation_loaded = false;
  };
  std::unique_ptr<impl> p_;

  void emit_fully_replaced();

public:
  void reload() {
    p_->navigation_loaded = false;
    if (p_->path.empty())
      return;
    [this]() -> winrt::fire_and_forget { // BUG: coro-dangling-lambda-capture
      co_await winrt::resume_background();
      auto file = co_await open_file(p_->path);
      this->p_->document = co_await load_pdf(file);
      this->emit_fully_replaced();
    }();
  }
};
