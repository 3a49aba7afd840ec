// No loop at all: nothing is reported, and nothing changes.
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <mutex>
#include <poll.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

int main() {
  std::mutex lock;
  std::condition_variable changed;
  bool is_done = false;
  std::thread worker([&] {
    std::this_thread::sleep_for(10ms);
    const std::lock_guard held(lock);
    is_done = true;
    changed.notify_one();
  });
  {
    std::unique_lock held(lock);
    changed.wait(held, [&] { return is_done; });
  }
  worker.join();
  int ends[2];
  if (pipe(ends) != 0)
    return 1;
  pollfd waited{ends[0], POLLIN, 0};
  if (poll(&waited, 1, 10) != 0 || poll(nullptr, 0, 10) != 0)
    return 2;
  const pid_t child = fork();
  if (child == 0) {
    char byte = 0;
    _exit(read(ends[0], &byte, 1) == 1 ? byte : 1);
  }
  int status = 0;
  if (write(ends[1], "\7", 1) != 1 || waitpid(child, &status, 0) != child ||
      WEXITSTATUS(status) != 7)
    return 3;
  errno = 0;
  if (std::async(std::launch::async, [] { return 1; }).get() != 1)
    return 4;
  if (std::system("exit 3") != 3 << 8)
    return 5;
  _exit(0);
}
