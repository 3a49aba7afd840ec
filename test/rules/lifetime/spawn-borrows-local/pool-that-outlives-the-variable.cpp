// RUN: %check_rule %s coro-spawn-borrows-local
// What is declared last dies first.

#include <boost/asio.hpp>

namespace asio = boost::asio;
void use(int id);
int main() {
  asio::thread_pool pool;
  int id = 1;
  asio::post(pool, [&id] { use(id); });
  // CHECK: :[[@LINE-1]]:22: warning: 'id' is lent to a task that may still run when 'id' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:9: note: the task is started by 'post'
  // CHECK: :[[@LINE-3]]:32: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
}

