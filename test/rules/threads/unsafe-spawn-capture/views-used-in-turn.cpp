// RUN: %check_rule %s coro-unsafe-spawn-capture
// Views and iterators in a thread, and what they look at stays as it is.

#include <algorithm>
#include <future>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void print(int value);
void print(std::string_view text);

// The thread has a text of its own.
void text_of_its_own() {
  std::string text = "hello";
  std::string_view head = text;
  std::thread worker([copy = std::string(head)] { print(copy); });
  text += " world";
  worker.join();
}

// Changed before the start and after the end only.
void changed_before_and_after() {
  std::string text = "hello";
  text += " world";
  std::string_view head = text;
  std::thread worker([head] { print(head); });
  worker.join();
  text.clear();
}

// Both read.
void both_read() {
  std::string text = "hello";
  std::thread worker([head = std::string_view(text)] { print(head); });
  print(text);
  print(text.size());
  worker.join();
}

// Each has a part.
void each_has_a_part() {
  std::vector<int> all(10);
  std::thread worker([s = std::span(all).first(5)] { s[0] = 1; });
  for (int &each : std::span(all).last(5))
    each = 2;
  all[7] = 1;
  print(all.size());
  worker.join();
}

// A list does not move its elements.
void elements_that_stay() {
  std::list<int> all{1, 2};
  auto first = all.begin();
  std::thread worker([first] { print(*first); });
  all.push_back(3);
  worker.join();
}

// A view that looks elsewhere by then.
void set_anew(const std::string &other) {
  std::string text = "hello";
  std::string_view head = text;
  head = other;
  std::thread worker([head] { print(head); });
  text += " world";
  worker.join();
}

// Text that lives for ever.
void literal() {
  std::string text = "hello";
  std::string_view head = "hello";
  std::thread worker([head] { print(head); });
  text += " world";
  worker.join();
}

// CHECK-NONE
