#include "console.hpp"
#include "corolint/rt/dump.hpp"
#include "process_path.hpp"
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <poll.h>
#include <set>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace corolint::rt::detail {

/// Who connects when so many are there is sent away.
static constexpr std::size_t most_clients = 16;

static std::atomic<unsigned> running{0};

static void say_once(const std::string &text) {
  static std::mutex lock;
  static std::set<std::string> &said = *new std::set<std::string>;
  const std::lock_guard held(lock);
  if (said.insert(text).second)
    std::fprintf(stderr, "corolint::rt: error: %s\n", text.c_str());
}

static std::string from_environment(const char *name) {
  const char *const value = std::getenv(name);
  return value ? value : "";
}

static int asked_signal(const console_options &asked) {
  const std::string name = from_environment("COROLINT_DUMP");
  if (asked.signal != 0 || name.empty())
    return asked.signal;
  const std::optional<int> number = signal_named(name);
  if (!number)
    say_once("COROLINT_DUMP is '" + name +
             "', expected a signal: SIGUSR1, SIGUSR2, SIGHUP, SIGQUIT, SIGINT "
             "or SIGWINCH");
  return number.value_or(0);
}

static std::string asked_path(const console_options &asked) {
  return process_path(asked.path.empty() ? from_environment("COROLINT_CONSOLE")
                                         : asked.path,
                      getpid());
}

static std::shared_ptr<console> open_console(const std::string &path,
                                             int signal) {
  std::optional<console_socket> socket;
  try {
    if (!path.empty())
      socket.emplace(path);
  } catch (const std::runtime_error &failed) {
    say_once(failed.what());
  }
  try {
    if (socket || signal != 0)
      return std::make_shared<console>(std::move(socket), signal);
  } catch (const std::runtime_error &failed) {
    say_once(failed.what());
  }
  return nullptr;
}

std::shared_ptr<console> console::join(const console_options &asked) {
  static std::mutex lock;
  static std::weak_ptr<console> &shared = *new std::weak_ptr<console>;
  const std::string path = asked_path(asked);
  const int signal = asked_signal(asked);
  if (path.empty() && signal == 0)
    return nullptr;
  const std::lock_guard held(lock);
  if (std::shared_ptr<console> there = shared.lock())
    return there;
  std::shared_ptr<console> opened = open_console(path, signal);
  shared = opened;
  return opened;
}

unsigned console::threads() noexcept { return running.load(); }

console::console(std::optional<console_socket> socket, int signal)
    : socket_(std::move(socket)), signal_(signal) {
  // Signals of the program are for its other threads.
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    thread_ = std::thread([this] { run(); });
    ++running;
  } catch (...) {
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    throw;
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

console::~console() {
  is_ending_.store(true);
  signal_.wake();
  thread_.join();
  --running;
}

void console::let_in() {
  const int descriptor = socket_->accept();
  if (descriptor < 0)
    return;
  if (clients_.size() == most_clients)
    ::close(descriptor);
  else
    clients_.emplace_back(descriptor);
}

void console::run() {
  std::vector<pollfd> watched;
  for (;;) {
    watched.assign({{signal_.descriptor(), POLLIN, 0},
                    {socket_ ? socket_->descriptor() : -1, POLLIN, 0}});
    for (const console_client &each : clients_)
      watched.push_back({each.descriptor(), each.wanted(), 0});
    if (::poll(watched.data(), watched.size(), -1) < 0)
      continue; // interrupted
    if (signal_.take())
      std::fputs(to_text(dump()).c_str(), stderr);
    if (is_ending_.load())
      return;
    auto ready = watched.begin() + 2;
    clients_.remove_if([&ready](console_client &each) {
      return (ready++)->revents != 0 && !each.go_on();
    });
    if (watched[1].revents != 0)
      let_in();
  }
}

} // namespace corolint::rt::detail
