// RUN: %check_rule %s coro-blocking-call
// Opening a file by way of a stream.

#include "lazy.h"
#include <fstream>
#include <string>

lib::task<void> send(std::string text);

// Found: the constructor opens the file.
lib::task<void> send_greeting() {
  std::ifstream in("greeting.txt");
  // CHECK: :[[@LINE-1]]:17: warning: the constructor of 'std::ifstream' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:17: note: the constructor of 'std::ifstream' opens a file and waits for the file system
  // CHECK: :[[@LINE-4]]:17: note: 'send_greeting' is a coroutine
  // CHECK: :[[@LINE-4]]:17: note: use the file operations of your coroutine library, or open it on a thread that may block
  std::string line;
  std::getline(in, line);
  co_await send(line);
}

// Found at open; the empty stream before it costs nothing.
lib::task<void> save_greeting(std::string text) {
  std::ofstream out;
  out.open("greeting.txt");
  // CHECK: :[[@LINE-1]]:7: warning: 'open' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:7: note: 'open' waits for the file system
  // CHECK: :[[@LINE-5]]:17: note: 'save_greeting' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
  out << text;
  co_return;
}
