// A bot that tells jokes, and 1,000 users who all want one at the same time.
// For each it asks a slow service and a fast database, both at once: a handful
// of threads does what would take 1,000 of them if they waited.

#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/tcp.hpp"
#include "corolint/rt/time.hpp"
#include <algorithm>
#include <cstdio>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

static rt::task<std::string> fetch_joke() {
  co_await rt::sleep_for(200ms); // the service
  co_return "A task walks into a bar and is told to wait.";
}

static rt::task<std::string> fetch_greeting(std::string user) {
  co_await rt::sleep_for(5ms); // the database
  co_return "Dear " + user.substr(0, user.size() - 1) + ", ";
}

static rt::task<> answer(rt::tcp_stream stream) {
  rt::buffered_reader from(stream);
  const auto user = co_await from.read_until("\n", 100);
  if (!user || user->empty())
    co_return;
  auto [joke, text] = co_await rt::join(fetch_joke(), fetch_greeting(*user));
  text += joke + "\n";
  static_cast<void>(co_await rt::write_all(stream, rt::bytes_of(text)));
}

static rt::task<> bot(rt::tcp_listener &listener, rt::scope &talks) {
  while (auto stream = co_await listener.accept())
    talks.spawn(answer(*std::move(stream)));
}

static rt::task<bool> user(rt::ip_endpoint bot, int number) {
  const std::string name = std::to_string(number), line = name + "\n";
  auto stream = co_await rt::tcp_stream::connect(bot);
  if (!stream || !co_await rt::write_all(*stream, rt::bytes_of(line)))
    co_return false;
  rt::buffered_reader from(*stream);
  const auto told = co_await from.read_until("\n", 1000);
  co_return told && told->starts_with("Dear " + name + ", A task");
}

static rt::task<long> run() {
  auto listener = rt::tcp_listener::bind(rt::ip_endpoint::loopback(0)).value();
  co_return co_await rt::with_scope([&](rt::scope &talks) -> rt::task<long> {
    talks.spawn(bot(listener, talks));
    std::vector<rt::task<bool>> users;
    for (int i = 0; i != 1000; ++i)
      users.push_back(user(listener.local_address().value(), i));
    const auto amused = co_await rt::join_all(std::move(users));
    listener.close(); // ends the bot
    co_return std::ranges::count(amused, true);
  });
}

int main() {
  const rlimit descriptors{2100, 2100}; // two for each user
  ::setrlimit(RLIMIT_NOFILE, &descriptors);
  rt::runtime whole;
  const auto begin = std::chrono::steady_clock::now();
  const long amused = whole.block_on(run());
  const auto took = (std::chrono::steady_clock::now() - begin) / 1ms;
  std::printf("%ld users laughed after %ld ms, %zu threads\n", amused, took,
              whole.workers());
  return amused == 1000 ? 0 : 1;
}
