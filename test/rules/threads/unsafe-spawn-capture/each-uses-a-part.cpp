// RUN: %check_rule %s coro-unsafe-spawn-capture
// By reference, but each side keeps to its own part of the object.

#include <map>
#include <thread>
#include <vector>

int left_half();
int right_half();
void print(int value);

int two_elements() {
  int results[2];
  std::thread worker([&] { results[0] = left_half(); });
  results[1] = right_half();
  worker.join();
  return results[0] + results[1];
}

struct halves {
  int left = 0;
  int right = 0;
};
int two_members() {
  halves sum;
  std::thread worker([&sum] { sum.left = left_half(); });
  sum.right = right_half();
  worker.join();
  return sum.left + sum.right;
}

int element_for_each_thread() {
  std::vector<int> results(4);
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&results, i] { results[i] = i; });
  print(results.size());
  for (auto &each : all)
    each.join();
  return results[0];
}

void both_look_up(std::map<int, int> found) {
  std::thread worker([&found] {
    if (auto it = found.find(1); it != found.end())
      print(it->second);
  });
  auto it = found.find(2);
  worker.join();
  if (it != found.end())
    print(it->second);
}

// A helper waits for the threads.
void join_all(std::vector<std::thread> &all);
int waits_in_a_helper() {
  int total = 0;
  std::vector<std::thread> all;
  all.emplace_back([&total] { ++total; });
  join_all(all);
  return total;
}

// CHECK-NONE
