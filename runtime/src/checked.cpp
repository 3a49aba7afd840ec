#include "corolint/rt/checked.hpp"
#include "misuse.hpp"
#include <atomic>
#include <cstdio>

namespace corolint::rt {

static void print_misuse(const misuse &seen) noexcept {
  std::fprintf(stderr, "corolint::rt: %.*s [%.*s]\n",
               static_cast<int>(seen.text.size()), seen.text.data(),
               static_cast<int>(seen.check.size()), seen.check.data());
}

static std::atomic<misuse_handler> handler{print_misuse};

misuse_handler set_misuse_handler(misuse_handler next) noexcept {
  return handler.exchange(next ? next : print_misuse);
}

namespace detail {

void report_misuse(const misuse &seen) noexcept { handler.load()(seen); }

} // namespace detail

} // namespace corolint::rt
