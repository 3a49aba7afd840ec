// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 77262e94ebbaf7190a0bbd5013cddd0d8ea30a5d
// Each device has a coroutine that listens to it. It was given a reference to
// the pointer to the device: a variable of the loop that starts them all.

#include "winrt.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

using winrt::Windows::Foundation::IAsyncAction;

struct direct_input;
struct device {
  std::string id;
  int type = 0;
};
struct device_listener {
  device_listener(std::shared_ptr<direct_input> di, std::shared_ptr<device> d);
  IAsyncAction run();
};
IAsyncAction propagate_cancellation();

IAsyncAction listen(const std::shared_ptr<direct_input> &di,
                    const std::shared_ptr<device> &d) {
  co_await propagate_cancellation();
  if (d->type == 0)
    co_return;
  device_listener listener(di, d);
  co_await listener.run();
}

class direct_input_adapter {
  struct device_state {
    std::shared_ptr<device> of;
    IAsyncAction listener;
  };
  std::shared_ptr<direct_input> di_;
  std::map<std::string, device_state> devices_;

public:
  void update_devices(const std::vector<device> &found) {
    for (const device &info : found) {
      if (devices_.contains(info.id))
        continue;
      auto d = std::make_shared<device>(info);
      devices_.insert_or_assign(
          d->id,
          device_state{d, listen(di_, d)}); // BUG: coro-spawn-borrows-local
    }
  }
};
