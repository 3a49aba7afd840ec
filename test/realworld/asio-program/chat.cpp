// A chat server on Boost.Asio, much of it right. What is wrong is listed, with a
// judgement, in asio-program.expected.

#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/smart_ptr/local_shared_ptr.hpp>
#include <chrono>
#include <deque>
#include <fstream>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace asio = boost::asio;
namespace ip = boost::asio::ip;
using asio::awaitable;
using asio::use_awaitable;
using namespace asio::experimental::awaitable_operators;
using namespace std::chrono_literals;

class Member {
public:
  virtual ~Member() = default;
  virtual awaitable<void> deliver(std::string line) = 0;
};

class Room {
public:
  void join(std::shared_ptr<Member> who) {
    std::lock_guard lock(mutex_);
    members_.insert(std::move(who));
  }

  // Right: a copy of the members is made under the lock.
  awaitable<void> say(std::string line) {
    std::set<std::shared_ptr<Member>> members;
    {
      std::lock_guard lock(mutex_);
      members = members_;
      history_.push_back(line);
    }
    for (const std::shared_ptr<Member> &each : members)
      co_await each->deliver(line);
  }

  // Wrong: the lock is held while it waits for every peer.
  awaitable<void> close() {
    std::lock_guard lock(mutex_);
    for (const std::shared_ptr<Member> &each : members_)
      co_await each->deliver("closed");
    members_.clear();
  }

  // Wrong: unlocked on one of two paths.
  awaitable<void> repeat(std::shared_ptr<Member> to) {
    std::unique_lock lock(mutex_);
    if (history_.size() > 100)
      lock.unlock();
    co_await to->deliver("again");
  }

private:
  std::mutex mutex_;
  std::set<std::shared_ptr<Member>> members_;
  std::deque<std::string> history_;
};

awaitable<void> backup(std::string text) {
  // Wrong: the disk keeps the event loop waiting.
  std::ofstream out("chat.log", std::ios::app);
  out << text;
  co_return;
}

class Session : public Member, public std::enable_shared_from_this<Session> {
public:
  Session(ip::tcp::socket socket, Room &room)
      : socket_(std::move(socket)), timer_(socket_.get_executor()),
        room_(room) {}

  awaitable<void> deliver(std::string line) override {
    co_await asio::async_write(socket_, asio::buffer(line), use_awaitable);
  }

  awaitable<void> run() {
    room_.join(shared_from_this());
    // Wrong: never sent.
    asio::async_write(socket_, asio::buffer("hello\n", 6), use_awaitable);
    std::string buffer;
    try {
      for (;;) {
        std::size_t length = co_await asio::async_read_until(
            socket_, asio::dynamic_buffer(buffer), '\n', use_awaitable);
        co_await room_.say(buffer.substr(0, length));
        buffer.erase(0, length);
        // Wrong: a task that is dropped never begins.
        backup(buffer);
        // Wrong: a whole thread sleeps.
        std::this_thread::sleep_for(10ms);
        timer_.expires_after(10ms);
        co_await timer_.async_wait(use_awaitable);
      }
    } catch (const boost::system::system_error &) {
      // Right: closing does not wait.
      socket_.close();
    }
  }

  // Right: either of the two.
  awaitable<bool> answered() {
    timer_.expires_after(5s);
    char byte = 0;
    auto first =
        co_await (socket_.async_read_some(asio::buffer(&byte, 1), use_awaitable) ||
                  timer_.async_wait(use_awaitable));
    co_return first.index() == 0;
  }

  // Wrong: a synchronous read and a synchronous connect, each with its twin.
  awaitable<char> first_byte(ip::tcp::endpoint other) {
    char byte = 0;
    asio::read(socket_, asio::buffer(&byte, 1));
    ip::tcp::socket link(socket_.get_executor());
    link.connect(other);
    co_return byte;
  }

private:
  ip::tcp::socket socket_;
  asio::steady_timer timer_;
  Room &room_;
};

awaitable<int> count_words(std::string text);

// Wrong: waits for work that may need this very thread.
awaitable<int> count_all(asio::any_io_executor executor, std::string text) {
  auto counted = asio::co_spawn(executor, count_words(text), asio::use_future);
  co_return counted.get();
}

// Right: the same, awaited.
awaitable<int> count_all_well(asio::any_io_executor executor,
                              std::string text) {
  co_return co_await asio::co_spawn(executor, count_words(text),
                                    use_awaitable);
}

// Wrong: a loop inside of a loop.
awaitable<void> drain() {
  asio::io_context other;
  asio::post(other, [] {});
  other.run();
  co_return;
}

struct Picture {
  int width = 0;
};

// Wrong: a handle that counts in a plain int goes to the threads of a pool.
void paint(asio::thread_pool &pool, boost::local_shared_ptr<Picture> picture) {
  asio::post(pool, [picture] { picture->width = 640; });
}

// Right: a strand of the caller's keeps it on one thread at a time, and a
// shared_ptr may go anywhere.
void paint_well(asio::thread_pool &pool, std::shared_ptr<Picture> picture) {
  asio::post(pool, [picture] { picture->width = 640; });
}

awaitable<void> accept(ip::tcp::acceptor &acceptor, Room &room) {
  for (;;) {
    auto socket = co_await acceptor.async_accept(use_awaitable);
    auto session = std::make_shared<Session>(std::move(socket), room);
    // Right: the new task has an owner, the executor.
    asio::co_spawn(
        acceptor.get_executor(),
        [session]() -> awaitable<void> { co_await session->run(); },
        asio::detached);
  }
}

int main() {
  asio::io_context loop(1);
  Room room;
  ip::tcp::acceptor acceptor(loop, {ip::tcp::v4(), 5555});
  asio::co_spawn(loop, accept(acceptor, room), asio::detached);
  asio::signal_set signals(loop, SIGINT, SIGTERM);
  signals.async_wait([&](auto, auto) { loop.stop(); });
  // Right: at the edge of the program somebody has to wait.
  loop.run();
}
