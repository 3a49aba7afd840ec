// An object keeps a task until somebody asks for its result.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> loads() { co_return 0; }

class page {
public:
  page() : text_(loads()) {}
  rt::task<int> text() { co_return co_await std::move(text_); }

private:
  rt::task<int> text_;
};

rt::task<int> shows() {
  page first;
  co_return co_await first.text();
}

int main() { return rt::block_on(shows()); }
