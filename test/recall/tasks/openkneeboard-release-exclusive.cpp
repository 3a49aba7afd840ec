// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 3e729851c6bd5943baa1841551d148940ec74d98
// The resources were to be released before the program lets go of everything;
// the action that releases them was not awaited.

#include "winrt.h"

#include <memory>

struct kneeboard {
  winrt::Windows::Foundation::IAsyncAction ReleaseExclusiveResources();
};
struct dx_resources {};

std::shared_ptr<kneeboard> the_kneeboard;
std::shared_ptr<dx_resources> the_resources;

class main_window {
  winrt::apartment_context ui_thread_;

public:
  winrt::fire_and_forget CleanupAndClose() {
    co_await ui_thread_;
    the_kneeboard->ReleaseExclusiveResources(); // BUG: coro-discarded-task
    the_kneeboard = {};
    the_resources = {};
    co_await ui_thread_;
  }
};
