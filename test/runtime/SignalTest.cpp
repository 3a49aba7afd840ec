#include "corolint/rt/signal.hpp"
#include "Support.h"
#include "corolint/rt/select.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include <atomic>
#include <csignal>
#include <gtest/gtest.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

TEST(Signal, WakesWhoWaits) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto waiting = rt::spawn(rt::wait_for_signal({SIGINT, SIGTERM}));
    co_await rt::sleep_for(1ms);
    ::raise(SIGTERM);
    EXPECT_EQ((co_await std::move(waiting)).value(), SIGTERM);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Signal, WakesARuntimeAllOfWhoseThreadsSleep) {
  on_each_runtime([]() -> rt::task<> {
    auto listener = rt::signal_listener::catching({SIGTERM}).value();
    std::thread sender([] {
      // The signal is for the process, and this thread does not take it.
      sigset_t all;
      ::sigfillset(&all);
      ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
      std::this_thread::sleep_for(20ms);
      ::kill(::getpid(), SIGTERM);
    });
    EXPECT_EQ((co_await listener.next()).value(), SIGTERM);
    sender.join();
  });
}

TEST(Signal, IsCaughtFromTheCallOn) {
  on_each_runtime([]() -> rt::task<> {
    auto waiting = rt::wait_for_signal({SIGINT});
    ::raise(SIGINT);
    EXPECT_EQ((co_await std::move(waiting)).value(), SIGINT);
  });
}

TEST(Signal, ReachesAnyThreadThatWasStartedBefore) {
  std::atomic<bool> through = false;
  std::thread other([&] {
    while (!through)
      std::this_thread::sleep_for(1ms);
  });
  on_each_runtime([&]() -> rt::task<> {
    auto waiting = rt::wait_for_signal({SIGUSR1});
    ::pthread_kill(other.native_handle(), SIGUSR1);
    EXPECT_EQ((co_await std::move(waiting)).value(), SIGUSR1);
  });
  through = true;
  other.join();
}

TEST(SignalListener, GivesEachSignal) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto listener =
        rt::signal_listener::catching({SIGUSR1, SIGUSR2, SIGUSR2}).value();
    ::raise(SIGUSR2);
    ::raise(SIGUSR1);
    ::raise(SIGUSR1); // counts once
    EXPECT_EQ((co_await listener.next()).value(), SIGUSR1);
    EXPECT_EQ((co_await listener.next()).value(), SIGUSR2);
    EXPECT_FALSE(co_await rt::timeout(2ms, listener.next()));
    ::raise(SIGUSR2);
    EXPECT_EQ((co_await listener.next()).value(), SIGUSR2);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(SignalListener, SharesSignalsWithOthers) {
  on_each_runtime([]() -> rt::task<> {
    auto one = rt::signal_listener::catching({SIGUSR1}).value();
    auto two = rt::signal_listener::catching({SIGUSR1}).value();
    ::raise(SIGUSR1);
    EXPECT_EQ((co_await one.next()).value(), SIGUSR1);
    one = {};
    EXPECT_EQ((co_await one.next()).error(), std::errc::bad_file_descriptor);
    ::raise(SIGUSR1); // still caught
    EXPECT_EQ((co_await two.next()).value(), SIGUSR1);
  });
}

std::atomic<int> handled{0};

TEST(SignalListener, RestoresWhatWasBefore) {
  struct sigaction mine{};
  mine.sa_handler = [](int) { ++handled; };
  struct sigaction old;
  ::sigaction(SIGUSR1, &mine, &old);
  handled = 0;
  on_each_runtime([]() -> rt::task<> {
    const int already = handled;
    ::raise(SIGUSR1);
    EXPECT_EQ(handled, already + 1);
    auto listener = rt::signal_listener::catching({SIGUSR1}).value();
    ::raise(SIGUSR1);
    EXPECT_EQ(handled, already + 1);
    listener = {};
    ::raise(SIGUSR1);
    EXPECT_EQ(handled, already + 2);
    co_return;
  });
  ::sigaction(SIGUSR1, &old, nullptr);
}

TEST(SignalListener, RefusesWhatCannotBeCaught) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    for (const int signal : {SIGKILL, SIGSTOP, 0, -1, 65})
      EXPECT_EQ(rt::signal_listener::catching({SIGUSR1, signal}).error(),
                std::errc::invalid_argument)
          << signal;
    struct sigaction now;
    ::sigaction(SIGUSR1, nullptr, &now);
    EXPECT_EQ(now.sa_handler, SIG_DFL);
    std::vector<rt::signal_listener> all;
    for (int i = 0; i != 64; ++i)
      all.push_back(rt::signal_listener::catching({SIGUSR1}).value());
    EXPECT_EQ(rt::signal_listener::catching({SIGUSR1}).error(),
              std::errc::too_many_files_open);
    co_return;
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(SignalListener, SurvivesSignalsWhileListenersComeAndGo) {
  on_each_runtime([]() -> rt::task<> {
    const auto kept = rt::signal_listener::catching({SIGUSR1}).value();
    std::atomic<bool> through = false;
    std::thread sender([&] {
      while (!through)
        ::raise(SIGUSR1);
    });
    for (int i = 0; i != 100; ++i) {
      auto listener = rt::signal_listener::catching({SIGUSR1}).value();
      if (i % 4 == 0) {
        EXPECT_EQ((co_await listener.next()).value(), SIGUSR1);
      }
    }
    through = true;
    sender.join();
  });
}

} // namespace
