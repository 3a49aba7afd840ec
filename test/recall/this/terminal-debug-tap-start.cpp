// Repository: microsoft/terminal
// Fixed in: a528141fe6cbf10a3a9ce3f8680eb70d3a27df20
// A connection that is told to start waits on a background thread for its pair;
// nothing keeps the connection that long. Others call Start.

#include "winrt.h"

#include <latch>
#include <memory>

struct terminal_connection {
  void Start();
};
struct tap {
  std::latch started{1};
};

class debug_input_tap : public winrt::implements<debug_input_tap> {
  std::shared_ptr<tap> paired_;
  terminal_connection wrapped_;

public:
  winrt::fire_and_forget Start() {
    co_await winrt::resume_background();
    if (paired_->started.try_wait()) // BUG: coro-dangling-this
      wrapped_.Start();
  }
};
