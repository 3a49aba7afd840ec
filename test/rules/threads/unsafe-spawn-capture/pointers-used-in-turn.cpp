// RUN: %check_rule %s coro-unsafe-spawn-capture
// Pointers in a thread, and nobody uses what they point to meanwhile.

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void print(int value);

struct state {
  int step = 0;
  int other = 0;
};

// A thread copies what it is given.
void print_text(std::string_view text) { print(text[0]); }
void copied() {
  std::string text = "hello";
  std::thread worker(print_text, text);
  text += " world";
  worker.join();
}

// Another member.
void another_member() {
  state now;
  std::thread worker([p = &now] { print(p->step); });
  now.other = 3;
  worker.join();
}

// Only the address is of interest.
void address_only() {
  int total = 0;
  std::thread worker([p = &total] { print(p != nullptr); });
  ++total;
  worker.join();
}

// Each thread has an element of its own.
int element_of_its_own() {
  std::vector<int> results(4);
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([p = &results[i], i] { *p = i; });
  for (auto &each : all)
    each.join();
  return results[0];
}

// Waits first.
void waits_first() {
  int total = 0;
  std::thread worker([p = &total] { ++*p; });
  worker.join();
  ++total;
}

// The pointer may point elsewhere by then.
void set_anew(int *other) {
  int total = 0;
  int *p = &total;
  p = other;
  std::thread worker([p] { ++*p; });
  ++total;
  worker.join();
}

// Another name for it is no use of it.
int named_before_it_is_used() {
  int total = 0;
  std::thread worker([&total] { ++total; });
  int &same = total;
  worker.join();
  return same;
}

// CHECK-NONE
