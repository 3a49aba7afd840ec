// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 9e787271652726dceb75b3a7baa067a75b455fa4
// The client of the tablet driver starts its loop in its constructor, where no
// shared pointer to it exists yet, so that the loop cannot keep it alive.

#include "winrt.h"

#include <map>
#include <memory>
#include <string>

using winrt::Windows::Foundation::IAsyncAction;

class otd_ipc_client final
    : public std::enable_shared_from_this<otd_ipc_client> {
  IAsyncAction runner_;
  std::map<std::string, int> tablets_;

  IAsyncAction read_some(char *buffer, int size);

public:
  static std::shared_ptr<otd_ipc_client> Create() {
    return std::shared_ptr<otd_ipc_client>(new otd_ipc_client());
  }

private:
  otd_ipc_client() {
    runner_ = this->run(); // BUG: coro-dangling-this
  }
  IAsyncAction run() {
    while (true) {
      co_await this->run_single();
      co_await winrt::resume_after(std::chrono::seconds(1));
    }
  }
  IAsyncAction run_single() {
    char buffer[64];
    co_await read_some(buffer, sizeof(buffer));
    tablets_[buffer] = 1;
  }
};
