// A trace id that follows a request into all that it awaits, joins and spawns.

#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

constinit rt::task_local<std::string> trace_id;

void log(const std::string &what) {
  std::cout << "[" << trace_id.get_or("-") << "] " << what << "\n";
}

rt::task<> query(std::string table, std::chrono::milliseconds takes) {
  co_await rt::sleep_for(takes);
  log("read " + table);
}

rt::task<> audit() {
  log("audit");
  co_return;
}

rt::task<> request() {
  log("request begins");
  co_await rt::join(query("users", 20ms), query("orders", 10ms));
  co_await rt::spawn(audit());
  log("request ends");
}

rt::task<> program() {
  co_await trace_id.with("req-1", request());
  co_await trace_id.with("req-2", request());
  log("no request");
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
