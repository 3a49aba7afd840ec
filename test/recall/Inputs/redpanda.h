// Redpanda's short name of Seastar and its mutex.
#ifndef RECALL_REDPANDA_H
#define RECALL_REDPANDA_H

#include "seastar.h"

namespace ss = seastar;

class mutex {
public:
  using units = ss::semaphore_units<>;
  ss::future<units> get_units() noexcept { return ss::get_units(sem_, 1); }
  template <class Func> ss::future<> with(Func func) noexcept {
    return ss::with_semaphore(sem_, 1, std::move(func));
  }
  bool ready() const noexcept { return sem_.current() > 0; }

private:
  ss::semaphore sem_{1};
};

namespace ssx {
struct background_t {
  template <class T> constexpr void operator=(T &&) const noexcept {}
};
inline constexpr background_t background;

template <class Func>
auto spawn_with_gate_then(ss::gate &g, Func &&func) noexcept {
  return ss::try_with_gate(g, std::forward<Func>(func))
      .handle_exception_type([](const std::runtime_error &) {});
}
} // namespace ssx

#endif
