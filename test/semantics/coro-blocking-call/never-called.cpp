// A function sleeps that only threads outside of the runtime call.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <thread>
#include <unistd.h>

namespace rt = corolint::rt;

std::atomic<int> beats = 0;

void beats_once() {
  usleep(1000);
  ++beats;
}

rt::task<int> counts() { co_return beats.load() < 0 ? 1 : 0; }

int main() {
  std::thread heart(beats_once);
  const int answer = rt::block_on(counts());
  heart.join();
  return answer;
}
