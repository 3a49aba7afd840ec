// The main function sleeps before and after its tasks.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<int> answers() { co_return 0; }

int main() {
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const int answer = rt::block_on(answers());
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return answer;
}
