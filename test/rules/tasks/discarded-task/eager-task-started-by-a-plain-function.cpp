// RUN: %check_rule %s coro-discarded-task
// Where nothing can be awaited, dropping is how an eager task is started.

#include "eager.h"

lib::job<> serve(int port);

int main() {
  serve(80);
  serve(443);
  auto kept = serve(8080);
}

// CHECK-NONE
