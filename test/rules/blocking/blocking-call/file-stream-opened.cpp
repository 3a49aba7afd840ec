// RUN: %check_rule %s coro-blocking-call
// Opening a file by way of a stream.

#include "lazy.h"
#include <fstream>
#include <string>

lib::task<void> send(std::string text);

// Found: the constructor opens the file.
lib::task<void> send_greeting() {
  std::ifstream in("greeting.txt");
  std::string line;
  std::getline(in, line);
  co_await send(line);
}

// Found at open; the empty stream before it costs nothing.
lib::task<void> save_greeting(std::string text) {
  std::ofstream out;
  out.open("greeting.txt");
  out << text;
  co_return;
}
