// RUN: %check_rule %s coro-unsafe-spawn-capture
// std::shared_ptr counts atomically. What it points to is the author's affair.

#include "executor.h"
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

struct Page {
  std::string text;
  std::vector<std::weak_ptr<Page>> links;
};

lib::task<void> render(std::shared_ptr<Page> page);
lib::task<void> index(std::vector<std::shared_ptr<const Page>> pages);

void publish(lib::pool &workers, std::shared_ptr<Page> page) {
  workers.spawn(render(page));
  workers.post([page] { page->text.clear(); });
  workers.post([weak = std::weak_ptr<Page>(page)] { weak.lock(); });
  workers.spawn(index({page, page}));
  std::function<void()> later = [page] { page->text += '.'; };
  workers.post(later);
}

std::future<void> publish_and_tell(lib::pool &workers) {
  auto done = std::make_shared<std::promise<void>>();
  workers.post([done] { done->set_value(); });
  return done->get_future();
}

// CHECK-NONE
