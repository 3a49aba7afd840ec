#include "report.h"

#include "coro/sync_wait.h"

namespace shop {

coro::task<std::string> report(store &source, const cache &products,
                               const audit &log) {
  const int known = coro::sync_wait(source.count());
  co_return std::to_string(products.size()) + " of " + std::to_string(known) +
      " products cached, " + std::to_string(log.lines()) + " lines of audit";
}

} // namespace shop
