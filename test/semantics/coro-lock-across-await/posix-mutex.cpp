// A mutex of POSIX is locked across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <pthread.h>

namespace rt = corolint::rt;

pthread_mutex_t guards = PTHREAD_MUTEX_INITIALIZER;

rt::task<> refreshes() {
  pthread_mutex_lock(&guards); // expect: coro-lock-across-await
  co_await rt::yield();
  pthread_mutex_unlock(&guards);
}

int main() { rt::block_on(refreshes()); }
