// Who asked for what; written in the background, in order.

#ifndef SHOP_AUDIT_H
#define SHOP_AUDIT_H

#include "coro/executor.h"

#include <mutex>
#include <string>
#include <vector>

namespace shop {

class audit {
public:
  explicit audit(coro::executor &on) : on_(on) {}

  coro::task<> write(std::string line);
  std::size_t lines() const;

private:
  coro::executor &on_;
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

} // namespace shop

#endif
