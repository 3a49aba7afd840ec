#include "handler.h"

#include <sstream>

namespace shop {

coro::task<std::string> handler::answer(std::string request) {
  co_await log_.write(request);

  std::istringstream words(request);
  std::string verb;
  int first = 0, second = 0;
  words >> verb >> first >> second;
  if (verb == "price")
    co_return co_await price(first);
  if (verb == "compare")
    co_return co_await compare(first, second);
  if (verb == "update")
    co_return co_await update(first);

  log_.write("not understood: " + request);
  co_return "what?";
}

coro::task<std::string> handler::price(int id) {
  const std::optional<product> found = co_await products_.get(id);
  if (!found)
    co_return "no such product";
  co_return found->name + ": " + std::to_string(found->cents);
}

coro::task<std::string> handler::compare(int left, int right) {
  // Neither task has started yet; they run when they are awaited.
  coro::task<std::optional<product>> first = products_.get(left);
  coro::task<std::optional<product>> second = products_.get(right);
  const std::optional<product> a = co_await std::move(first);
  const std::optional<product> b = co_await std::move(second);
  if (!a || !b)
    co_return "no such product";
  co_return a->cents < b->cents ? a->name : b->name;
}

coro::task<std::string> handler::update(int id) {
  coro::task<> note = log_.write("update of " + std::to_string(id));
  const bool changed = co_await products_.reload(id);
  co_return changed ? "new price" : "same price";
}

} // namespace shop
