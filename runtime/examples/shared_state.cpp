// A map that many tasks read and few write, behind a lock that tasks wait for
// without blocking their thread. It may stay locked across a suspension.

#include "corolint/rt/guarded.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

using users = rt::shared_guarded<std::map<int, std::string>>;

rt::task<> create_user(users &all, int id) {
  auto access = co_await all.write();
  co_await rt::sleep_for(1ms); // others wait for the lock, their threads do not
  access->emplace(id, "user " + std::to_string(id));
}

rt::task<std::string> get_user(users &all, int id) {
  auto access = co_await all.read();
  const auto at = access->find(id);
  co_return at == access->end() ? "user not found" : at->second;
}

rt::task<> program() {
  users all;
  std::vector<rt::task<>> writers;
  for (int id = 1; id != 11; ++id)
    writers.push_back(create_user(all, id));
  co_await rt::join_all(std::move(writers));
  auto [seven, eleven] = co_await rt::join(get_user(all, 7), get_user(all, 11));
  std::cout << "7: " << seven << "\n11: " << eleven << "\n";
}

int main() {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on(program());
}
