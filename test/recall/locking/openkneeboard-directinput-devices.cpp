// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 074e09387b56ea4078c4033aacc6e19b726f7618
// While the list of devices was locked, the listener of each device that had
// gone was awaited.

#include "winrt.h"

#include <map>
#include <mutex>
#include <set>
#include <string>

using winrt::Windows::Foundation::IAsyncAction;

struct device {
  IAsyncAction listener;
  void request_stop();
};
std::set<std::string> attached_devices();

class input_adapter {
  std::mutex devices_mutex_;
  std::map<std::string, device> devices_;

  void add(const std::string &id);

public:
  winrt::fire_and_forget update_devices() {
    std::unique_lock lock(devices_mutex_); // BUG: coro-lock-across-await
    auto present = attached_devices();
    for (auto it = devices_.begin(); it != devices_.end();) {
      if (present.contains(it->first)) {
        ++it;
        continue;
      }
      it->second.request_stop();
      co_await it->second.listener;
      it = devices_.erase(it);
    }
    for (const auto &id : present)
      add(id);
  }
};
