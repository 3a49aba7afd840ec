#include "corolint/rt/detail/reactor.hpp"
#include <array>
#include <cerrno>
#include <mutex>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace corolint::rt::detail {

bool readiness::wait(list_waiter &waiter, bool &stopped) noexcept {
  const std::lock_guard held(lock_);
  if (std::exchange(ready_, false))
    return true;
  if (!waiter.waiting->arm(waiter)) {
    stopped = true;
    return false;
  }
  waiting_.push_back(waiter);
  return false;
}

void readiness::cancel(list_waiter &waiter) noexcept {
  const std::lock_guard held(lock_);
  if (waiter.linked)
    waiting_.erase(waiter);
}

void readiness::set() noexcept {
  lock_.lock();
  job *woken = nullptr;
  while (list_waiter *waiter = waiting_.claim_front()) {
    waiter->waiting->next = woken;
    woken = waiter->waiting;
  }
  if (!woken)
    ready_ = true;
  lock_.unlock();
  while (woken) {
    job &each = *woken;
    woken = each.next;
    schedule(each);
  }
}

namespace {

class descriptor {
public:
  explicit descriptor(int number) : number_(number) {
    if (number < 0)
      throw std::system_error(
          errno, std::generic_category(),
          "corolint::rt: the event loop gets no descriptor");
  }
  descriptor(const descriptor &) = delete;
  ~descriptor() { ::close(number_); }
  int get() const noexcept { return number_; }

private:
  int number_;
};

class epoll_reactor final : public reactor {
public:
  epoll_reactor()
      : epoll_(::epoll_create1(EPOLL_CLOEXEC)),
        interrupt_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.ptr = nullptr;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, interrupt_.get(), &event) != 0)
      throw std::system_error(errno, std::generic_category(),
                              "corolint::rt: epoll_ctl");
  }

  ~epoll_reactor() override { free_retired(); }

  io_source *add(int number, std::error_code &error) override {
    auto source = std::make_unique<io_source>();
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = source.get();
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, number, &event) != 0) {
      error.assign(errno, std::generic_category());
      return nullptr;
    }
    watched_.fetch_add(1, std::memory_order_relaxed);
    return source.release();
  }

  void remove(int number, io_source *source) noexcept override {
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, number, nullptr);
    watched_.fetch_sub(1, std::memory_order_relaxed);
    source->closed.store(true, std::memory_order_release);
    source->reading.set();
    source->writing.set();
    // A wait() in another thread may have it among its events.
    const std::lock_guard held(retired_lock_);
    if (!waiting_) {
      delete source;
      return;
    }
    source->next = retired_;
    retired_ = source;
  }

  void wait(std::chrono::milliseconds longest) noexcept override {
    {
      const std::lock_guard held(retired_lock_);
      waiting_ = true;
    }
    std::array<epoll_event, 256> events;
    const int limit = longest.count() > 1'000'000
                          ? 1'000'000
                          : static_cast<int>(longest.count());
    const int found = ::epoll_wait(epoll_.get(), events.data(),
                                   static_cast<int>(events.size()), limit);
    for (int i = 0; i < found; ++i) {
      const epoll_event &event = events[static_cast<std::size_t>(i)];
      if (!event.data.ptr) {
        eventfd_t ignored;
        ::eventfd_read(interrupt_.get(), &ignored);
        continue;
      }
      auto &source = *static_cast<io_source *>(event.data.ptr);
      if (event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
        source.reading.set();
      if (event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR))
        source.writing.set();
    }
    const std::lock_guard held(retired_lock_);
    waiting_ = false;
    free_retired();
  }

  void interrupt() noexcept override { ::eventfd_write(interrupt_.get(), 1); }

  bool is_watching() const noexcept override {
    return watched_.load(std::memory_order_relaxed) != 0;
  }

private:
  void free_retired() noexcept {
    while (io_source *each = retired_) {
      retired_ = each->next;
      delete each;
    }
  }

  descriptor epoll_;
  descriptor interrupt_;
  std::atomic<std::size_t> watched_{0};
  std::mutex retired_lock_;
  io_source *retired_ = nullptr;
  bool waiting_ = false;
};

} // namespace

std::unique_ptr<reactor> make_epoll_reactor() {
  return std::make_unique<epoll_reactor>();
}

} // namespace corolint::rt::detail
