// Functions are called get and wait that take what is there.
#include "corolint/rt/runtime.hpp"
#include <memory>
#include <tuple>

namespace rt = corolint::rt;

class shelf {
public:
  int get() const { return books_; }
  void wait() { ++books_; }

private:
  int books_ = 0;
};

rt::task<int> asks() {
  const auto owned = std::make_unique<shelf>();
  owned->wait();
  const std::tuple<int, int> both(owned.get()->get(), 1);
  co_return std::get<0>(both) - std::get<1>(both);
}

int main() { return rt::block_on(asks()); }
