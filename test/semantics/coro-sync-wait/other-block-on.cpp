// A function is called block_on that marks a number and waits for nothing.
#include "corolint/rt/runtime.hpp"
#include <set>

namespace rt = corolint::rt;

std::set<int> blocked;

bool block_on(int account) { return blocked.insert(account).second; }

rt::task<bool> locks(int account) {
  const bool is_new = block_on(account);
  co_return !is_new;
}

int main() { return rt::block_on(locks(7)); }
