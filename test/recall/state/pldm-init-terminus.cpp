// Repository: openbmc/pldm
// Fixed in: 320cf8bd968210ad0364c50b45f2e31bd44e01be
// A device is asked for all it has, one device after the other. One that is
// pulled out is erased from the map in the middle of that.

#include "lazy_base.h"

#include <map>
#include <memory>
#include <vector>

namespace exec {
RECALL_LAZY_TASK(task);
}

struct terminus {
  bool initialized = false;
  bool supports(int command) const;
};
using termini_map = std::map<int, std::shared_ptr<terminus>>;

class platform_manager {
  termini_map &termini;

  exec::task<int> get_pdrs(int tid);

public:
  explicit platform_manager(termini_map &all) : termini(all) {}
  exec::task<int> init_terminus() {
    for (auto &[tid, terminus] :
         termini) { // BUG: coro-stale-reference-across-await
      if (terminus->initialized)
        continue;
      terminus->initialized = true;
      if (terminus->supports(1))
        co_await get_pdrs(tid);
    }
    co_return 0;
  }
};

class terminus_manager {
  termini_map &termini;

public:
  explicit terminus_manager(termini_map &all) : termini(all) {}
  void remove(int tid) { termini.erase(tid); }
};
