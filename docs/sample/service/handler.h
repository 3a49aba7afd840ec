// Turns a request into an answer.

#ifndef SHOP_HANDLER_H
#define SHOP_HANDLER_H

#include "audit.h"
#include "cache.h"

#include <string>

namespace shop {

class handler {
public:
  handler(cache &products, audit &log) : products_(products), log_(log) {}

  /// "price 3", "compare 1 2" or "update 2".
  coro::task<std::string> answer(std::string request);

private:
  coro::task<std::string> price(int id);
  coro::task<std::string> compare(int left, int right);
  coro::task<std::string> update(int id);

  cache &products_;
  audit &log_;
};

} // namespace shop

#endif
