#include "corolint/rt/lost_failure.hpp"
#include <atomic>
#include <cstdio>
#include <utility>

namespace corolint::rt {

static void print_lost_failure(std::exception_ptr failure) noexcept {
  const char *what = "an exception of a type that is not a std::exception";
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception &error) {
    // The text lives as long as the failure.
    what = error.what();
  } catch (...) {
  }
  std::fprintf(stderr,
               "corolint::rt: a task failed and nobody awaited it: %s\n", what);
}

static std::atomic<lost_failure_handler> handler{print_lost_failure};

lost_failure_handler
set_lost_failure_handler(lost_failure_handler next) noexcept {
  return handler.exchange(next ? next : print_lost_failure);
}

namespace detail {

void report_lost_failure(std::exception_ptr failure) noexcept {
  handler.load()(std::move(failure));
}

} // namespace detail

} // namespace corolint::rt
