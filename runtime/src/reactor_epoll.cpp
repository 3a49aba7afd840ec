#include "corolint/rt/detail/reactor.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace corolint::rt::detail {

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

/// The descriptors that are watched. Lives as long as one of them.
class epoll_set final : public source_home,
                        public std::enable_shared_from_this<epoll_set> {
public:
  epoll_set() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}

  io_source *add(int number, std::error_code &error) {
    auto source = std::make_unique<io_source>(number, shared_from_this());
    if (!watch(number, EPOLLIN | EPOLLOUT | EPOLLRDHUP, source.get())) {
      error.assign(errno, std::generic_category());
      return nullptr;
    }
    watched_.fetch_add(1, std::memory_order_relaxed);
    return source.release();
  }

  bool watch(int number, std::uint32_t events, void *data) noexcept {
    epoll_event event{};
    event.events = events | EPOLLET;
    event.data.ptr = data;
    return ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, number, &event) == 0;
  }

  void forget(io_source &source) noexcept override {
    // To close it would not do: another process may hold a copy of it.
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, source.number, nullptr);
    watched_.fetch_sub(1, std::memory_order_relaxed);
  }

  void retire(io_source *source) noexcept override {
    // A wait() in another thread may have it among its events.
    {
      const std::lock_guard held(retired_lock_);
      if (waiting_) {
        source->next = retired_;
        retired_ = source;
        return;
      }
    }
    delete source;
  }

  /// Sets \p ends once it does not sleep any more.
  void wait(std::chrono::milliseconds longest,
            std::atomic<bool> &ends) noexcept {
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
    // Who is woken below must not interrupt it once more.
    ends.store(true, std::memory_order_release);
    for (int i = 0; i < found; ++i)
      if (const epoll_event &each = events[static_cast<std::size_t>(i)];
          each.data.ptr)
        tell(*static_cast<io_source *>(each.data.ptr), each.events);
    io_source *gone;
    {
      const std::lock_guard held(retired_lock_);
      waiting_ = false;
      gone = std::exchange(retired_, nullptr);
    }
    free(gone);
  }

  bool is_watching() const noexcept {
    return watched_.load(std::memory_order_relaxed) != 0;
  }

private:
  static void tell(io_source &source, std::uint32_t events) noexcept {
    if ((events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
      source.reading.set((events & (EPOLLRDHUP | EPOLLHUP)) != 0);
    if ((events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0)
      source.writing.set((events & EPOLLHUP) != 0);
  }

  static void free(io_source *first) noexcept {
    while (io_source *each = first) {
      first = each->next;
      delete each;
    }
  }

  descriptor epoll_;
  std::atomic<std::size_t> watched_{0};
  std::mutex retired_lock_;
  io_source *retired_ = nullptr;
  bool waiting_ = false;
};

class epoll_reactor final : public reactor {
public:
  epoll_reactor()
      : set_(std::make_shared<epoll_set>()),
        interrupt_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!set_->watch(interrupt_.get(), EPOLLIN, nullptr))
      throw std::system_error(errno, std::generic_category(),
                              "corolint::rt: epoll_ctl");
  }

  io_source *add(int number, std::error_code &error) override {
    return set_->add(number, error);
  }
  void wait(std::chrono::milliseconds longest) noexcept override {
    set_->wait(longest, interrupted_);
    // Acquires what others published before they found the flag set.
    interrupted_.exchange(false, std::memory_order_acq_rel);
  }
  void interrupt() noexcept override {
    // Each write is an edge of its own, so that nobody has to read.
    if (!interrupted_.exchange(true, std::memory_order_acq_rel))
      ::eventfd_write(interrupt_.get(), 1);
  }
  bool is_watching() const noexcept override { return set_->is_watching(); }

private:
  std::shared_ptr<epoll_set> set_;
  descriptor interrupt_;
  /// Somebody has written, or wait() is about to end by itself.
  std::atomic<bool> interrupted_{false};
};

} // namespace

std::unique_ptr<reactor> make_epoll_reactor() {
  return std::make_unique<epoll_reactor>();
}

} // namespace corolint::rt::detail
