#include "dump_signal.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace corolint::rt::detail {

/// For the handler.
static std::atomic<int> to_wake{-1};
static std::atomic<bool> is_asked{false};
static std::atomic<unsigned> handlers{0}; ///< that run at the moment

static void wake_by(int descriptor) noexcept {
  const std::uint64_t one = 1;
  // It only fails if it is readable anyway.
  [[maybe_unused]] const auto written = ::write(descriptor, &one, sizeof one);
}

static void ask(int) {
  const int failed = errno;
  ++handlers;
  is_asked.store(true);
  wake_by(to_wake.load());
  --handlers;
  errno = failed;
}

std::optional<int> signal_named(std::string_view name) {
  if (name.starts_with("SIG"))
    name.remove_prefix(3);
  // Those that mean nothing else to the system or to a debugger.
  constexpr std::array<std::pair<std::string_view, int>, 6> all{
      {{"USR1", SIGUSR1},
       {"USR2", SIGUSR2},
       {"HUP", SIGHUP},
       {"QUIT", SIGQUIT},
       {"INT", SIGINT},
       {"WINCH", SIGWINCH}}};
  for (const auto &[each, number] : all)
    if (name == each)
      return number;
  return std::nullopt;
}

dump_signal::dump_signal(int number)
    : number_(number), descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (descriptor_ < 0)
    throw std::runtime_error(std::string("the console has no descriptor: ") +
                             std::strerror(errno));
  if (number_ == 0)
    return;
  struct sigaction ours{};
  ours.sa_handler = ask;
  ours.sa_flags = SA_RESTART;
  const bool is_free =
      ::sigaction(number_, nullptr, &before_) == 0 &&
      (before_.sa_handler == SIG_DFL || before_.sa_handler == SIG_IGN);
  to_wake.store(descriptor_);
  if (!is_free || ::sigaction(number_, &ours, nullptr) != 0) {
    ::close(descriptor_);
    throw std::runtime_error(
        "signal " + std::to_string(number_) +
        " cannot ask for a dump: the program handles it, or nobody can");
  }
}

dump_signal::~dump_signal() {
  if (number_ != 0)
    ::sigaction(number_, &before_, nullptr);
  to_wake.store(-1);
  while (handlers.load() != 0)
    relax();
  ::close(descriptor_);
}

bool dump_signal::take() const noexcept {
  std::uint64_t count = 0;
  // It only fails if it was not woken.
  [[maybe_unused]] const auto got = ::read(descriptor_, &count, sizeof count);
  return is_asked.exchange(false);
}

void dump_signal::wake() const noexcept { wake_by(descriptor_); }

} // namespace corolint::rt::detail
