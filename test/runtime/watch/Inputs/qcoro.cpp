// Coroutines of QCoro in the loop of Qt.
#include <QCoreApplication>
#include <QMutex>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <ctime>
#include <future>
#include <mutex>
#include <qcoro/qcorotask.h>
#include <qcoro/qcorotimer.h>
#include <thread>

using namespace std::chrono_literals;

static std::mutex counter_lock;
static int counter = 0;

/// The processor time of this thread: however busy the machine is.
static std::chrono::nanoseconds used() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) +
         std::chrono::nanoseconds(time.tv_nsec);
}

static void checksum() {
  const auto end = used() + 300ms;
  while (used() < end)
    counter = counter * 31 + 7;
}

static QCoro::Task<> pause_for(std::chrono::milliseconds span) {
  co_await QCoro::sleepFor(span);
}

static QCoro::Task<> bad_sleep() {
  co_await pause_for(1ms);
  std::this_thread::sleep_for(1ms); // expect: coro-blocking-call
}

static QCoro::Task<> bad_sleep_of_qt() {
  co_await pause_for(1ms);
  QThread::msleep(1); // expect: coro-blocking-call
}

static QCoro::Task<> bad_get() {
  co_await pause_for(1ms);
  auto answer = std::async(std::launch::async, [] {
    std::this_thread::sleep_for(20ms);
    return 42;
  });
  counter += answer.get(); // expect: coro-sync-wait
}

static QCoro::Task<> bad_lock() {
  co_await pause_for(1ms);
  const std::lock_guard held(counter_lock); // expect: coro-lock-across-await
  ++counter;
  co_await pause_for(1ms);
}

static QCoro::Task<> bad_compute() {
  co_await pause_for(1ms);
  checksum(); // expect: coro-loop-without-suspend
}

static QCoro::Task<> good() {
  co_await pause_for(150ms);
  {
    const std::lock_guard held(counter_lock);
    ++counter;
  }
  for (int i = 0; i != 40; ++i)
    co_await pause_for(5ms);
}

/// A lock of Qt, which waits by a futex: as those within Qt itself, it is let
/// be.
static QCoro::Task<> good_lock_of_qt() {
  co_await pause_for(1ms);
  static QMutex lock;
  std::atomic<bool> is_held = false;
  std::thread other([&is_held] {
    lock.lock();
    is_held = true;
    std::this_thread::sleep_for(5ms);
    lock.unlock();
  });
  while (!is_held)
    continue;
  lock.lock();
  lock.unlock();
  other.detach();
}

static QCoro::Task<> all() {
  co_await good();
  co_await good_lock_of_qt();
  co_await bad_sleep();
  co_await bad_sleep_of_qt();
  co_await bad_get();
  co_await bad_lock();
  co_await bad_compute();
  QCoreApplication::quit();
}

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  QTimer::singleShot(0, [] { all(); });
  std::this_thread::sleep_for(1ms); // the loop has not begun
  const int code = QCoreApplication::exec();
  std::this_thread::sleep_for(1ms); // it is over
  return code;
}
