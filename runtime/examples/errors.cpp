// Errors as values, handed on with COROLINT_TRY: the `?` of Rust.

#include "corolint/rt/result.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

template <class T> using or_error = rt::result<T, std::string>;

rt::task<or_error<std::string>> fetch_user(int id) {
  co_await rt::sleep_for(1ms);
  if (id > 3)
    co_return rt::failure("no user " + std::to_string(id));
  co_return "user " + std::to_string(id);
}

rt::task<or_error<std::vector<std::string>>> fetch_users(int count) {
  std::vector<std::string> users;
  for (int id = 1; id <= count; ++id) {
    COROLINT_TRY(std::string user, co_await fetch_user(id));
    users.push_back(std::move(user));
  }
  co_return users;
}

rt::task<> program() {
  for (const int count : {3, 5}) {
    const auto users = co_await fetch_users(count);
    if (users)
      std::cout << users->size() << " users\n";
    else
      std::cout << "error: " << users.error() << "\n";
  }
}

int main() { rt::block_on(program()); }
