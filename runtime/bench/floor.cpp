// The least that C++20 coroutines on one thread can take for each workload:
// what a hand would write that needs nothing else. No stops, no exceptions, no
// other threads, no timers that fire.

#include "echo.hpp"
#include "workload.hpp"
#include <array>
#include <coroutine>
#include <cstdint>
#include <cstdlib>
#include <sys/epoll.h>
#include <utility>
#include <vector>

namespace {

//===--- Frames from a list
//------------------------------------------------===//

struct frame_lists {
  std::array<void *, 64> first{};
};
frame_lists lists;

void *allocate(std::size_t size) {
  const std::size_t at = (size - 1) / 32;
  if (at < 64 && lists.first[at])
    return std::exchange(lists.first[at],
                         *static_cast<void **>(lists.first[at]));
  return std::malloc((size + 31) / 32 * 32);
}
void release(void *frame, std::size_t size) {
  const std::size_t at = (size - 1) / 32;
  if (at >= 64)
    return std::free(frame);
  *static_cast<void **>(frame) = lists.first[at];
  lists.first[at] = frame;
}

//===--- A queue of coroutines
//---------------------------------------------===//

struct node {
  node *next = nullptr;
  std::coroutine_handle<> handle;
};
struct queue {
  node *first = nullptr;
  node *last = nullptr;
  void push(node &added) {
    added.next = nullptr;
    (last ? last->next : first) = &added;
    last = &added;
  }
  node *pop() {
    node *taken = first;
    if (taken && !(first = taken->next))
      last = nullptr;
    return taken;
  }
};
queue ready_queue;

void run_all() {
  while (node *next = ready_queue.pop())
    next->handle.resume();
}

//===--- A task
//------------------------------------------------------------===//

struct task {
  struct promise_type {
    node self;
    std::coroutine_handle<> continuation;
    long value = 0;
    bool done = false;
    node *joiner = nullptr;

    static void *operator new(std::size_t size) { return allocate(size); }
    static void operator delete(void *frame, std::size_t size) {
      release(frame, size);
    }
    task get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct final_awaiter {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<>
      await_suspend(std::coroutine_handle<promise_type> ended) noexcept {
        promise_type &promise = ended.promise();
        if (promise.continuation)
          return promise.continuation;
        promise.done = true;
        if (promise.joiner)
          ready_queue.push(*promise.joiner);
        return std::noop_coroutine();
      }
      void await_resume() noexcept {}
    };
    final_awaiter final_suspend() noexcept { return {}; }
    void unhandled_exception() { std::abort(); }
    void return_value(long result) { value = result; }
  };

  std::coroutine_handle<promise_type> handle;

  task(std::coroutine_handle<promise_type> handle) : handle(handle) {}
  task(task &&other) noexcept : handle(std::exchange(other.handle, {})) {}
  ~task() {
    if (handle)
      handle.destroy();
  }

  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) {
    handle.promise().continuation = parent;
    return handle;
  }
  long await_resume() { return handle.promise().value; }

  void start() {
    handle.promise().self.handle = handle;
    ready_queue.push(handle.promise().self);
  }
};

struct joined {
  task &of;
  node self;
  bool await_ready() const { return of.handle.promise().done; }
  void await_suspend(std::coroutine_handle<> parent) {
    self.handle = parent;
    of.handle.promise().joiner = &self;
  }
  long await_resume() { return of.handle.promise().value; }
};

struct yielded {
  node self;
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> parent) {
    self.handle = parent;
    ready_queue.push(self);
  }
  void await_resume() {}
};

void run(task main) {
  main.start();
  run_all();
}

//===--- The workloads
//-----------------------------------------------------===//

task one(long value) { co_return value; }

double ready(long n, unsigned) {
  run([](long n) -> task {
    long sum = 0;
    for (long i = 0; i != n; ++i)
      sum += co_await one(i);
    keep(sum);
    co_return 0;
  }(n));
  return time_is_measured;
}

double yield(long n, unsigned) {
  std::vector<task> tasks;
  for (int i = 0; i != 100; ++i) {
    tasks.push_back([](long times) -> task {
      for (long i = 0; i != times; ++i)
        co_await yielded{};
      co_return 0;
    }(n / 100));
    tasks.back().start();
  }
  run_all();
  return time_is_measured;
}

double spawn(long n, unsigned) {
  run([](long n) -> task {
    std::vector<task> tasks;
    tasks.reserve(static_cast<std::size_t>(n));
    for (long i = 0; i != n; ++i) {
      tasks.push_back(one(i));
      tasks.back().start();
    }
    long sum = 0;
    for (task &each : tasks)
      sum += co_await joined{each, {}};
    keep(sum);
    co_return 0;
  }(n));
  return time_is_measured;
}

struct mutex {
  bool locked = false;
  queue waiting;
  struct awaiter {
    mutex &of;
    node self;
    bool await_ready() { return !std::exchange(of.locked, true); }
    void await_suspend(std::coroutine_handle<> parent) {
      self.handle = parent;
      of.waiting.push(self);
    }
    void await_resume() {}
  };
  awaiter lock() { return {*this, {}}; }
  void unlock() {
    if (node *next = waiting.pop())
      ready_queue.push(*next);
    else
      locked = false;
  }
};

double mutexy(long n, unsigned) {
  mutex shared_mutex;
  long shared = 0;
  std::vector<task> tasks;
  for (int i = 0; i != 100; ++i) {
    tasks.push_back([](mutex &mutex, long &shared, long times) -> task {
      for (long i = 0; i != times; ++i) {
        co_await mutex.lock();
        ++shared;
        co_await yielded{};
        mutex.unlock();
      }
      co_return 0;
    }(shared_mutex, shared, n / 100));
    tasks.back().start();
  }
  run_all();
  keep(shared);
  return time_is_measured;
}

/// A channel with one sender and one receiver.
struct channel {
  std::array<long, 64> values{};
  std::size_t capacity = 1;
  std::size_t begin = 0, count = 0;
  node *sender = nullptr;
  node *receiver = nullptr;

  struct full {
    channel &of;
    node self;
    bool await_ready() const { return of.count != of.capacity; }
    void await_suspend(std::coroutine_handle<> parent) {
      self.handle = parent;
      of.sender = &self;
    }
    void await_resume() {}
  };
  struct empty {
    channel &of;
    node self;
    bool await_ready() const { return of.count != 0; }
    void await_suspend(std::coroutine_handle<> parent) {
      self.handle = parent;
      of.receiver = &self;
    }
    void await_resume() {}
  };
  void put(long value) {
    values[(begin + count++) % 64] = value;
    if (node *woken = std::exchange(receiver, nullptr))
      ready_queue.push(*woken);
  }
  long get() {
    const long value = values[begin];
    begin = (begin + 1) % 64;
    --count;
    if (node *woken = std::exchange(sender, nullptr))
      ready_queue.push(*woken);
    return value;
  }
};

double ping(long n, unsigned) {
  channel there, back;
  task echo = [](channel &from, channel &to, long n) -> task {
    for (long i = 0; i != n; ++i) {
      co_await channel::empty{from, {}};
      const long value = from.get();
      co_await channel::full{to, {}};
      to.put(value);
    }
    co_return 0;
  }(there, back, n);
  task main = [](channel &to, channel &from, long n) -> task {
    for (long i = 0; i != n; ++i) {
      co_await channel::full{to, {}};
      to.put(i);
      co_await channel::empty{from, {}};
      keep(from.get());
    }
    co_return 0;
  }(there, back, n);
  echo.start();
  main.start();
  run_all();
  return time_is_measured;
}

double channel_one_way(long n, unsigned) {
  channel values;
  values.capacity = 64;
  task producer = [](channel &to, long n) -> task {
    for (long i = 0; i != n; ++i) {
      co_await channel::full{to, {}};
      to.put(i);
    }
    co_return 0;
  }(values, n);
  task consumer = [](channel &from, long n) -> task {
    for (long i = 0; i != n; ++i) {
      co_await channel::empty{from, {}};
      keep(from.get());
    }
    co_return 0;
  }(values, n);
  producer.start();
  consumer.start();
  run_all();
  return time_is_measured;
}

template <int Connections> double serve(long n, unsigned) {
  echo::load load(Connections, n);
  const int events = ::epoll_create1(EPOLL_CLOEXEC);
  for (const int number : load.descriptors) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = number;
    ::epoll_ctl(events, EPOLL_CTL_ADD, number, &event);
  }
  for (int open = Connections; open != 0;) {
    std::array<epoll_event, 256> found;
    const int count = ::epoll_wait(events, found.data(), found.size(), -1);
    for (int i = 0; i < count; ++i) {
      const int number = found[static_cast<std::size_t>(i)].data.fd;
      std::array<char, 4096> buffer;
      const ssize_t heard = ::recv(number, buffer.data(), buffer.size(), 0);
      if (heard > 0) {
        keep(::send(number, buffer.data(), static_cast<std::size_t>(heard),
                    MSG_NOSIGNAL));
      } else {
        ::close(number);
        --open;
      }
    }
  }
  ::close(events);
  return time_is_measured;
}

} // namespace

int main(int count, char **arguments) {
  const workload all[] = {{"ready", ready},      {"yield", yield},
                          {"spawn", spawn},      {"mutexy", mutexy},
                          {"ping", ping},        {"channel", channel_one_way},
                          {"echo64", serve<64>}, {"echo512", serve<512>}};
  return run_workload(all, count, arguments);
}
