// RUN: %check_rule %s coro-discarded-task
// Never called, so nothing is dropped.

#include "lazy.h"
#include <type_traits>

lib::task<int> fetch(int id);

static_assert(sizeof(fetch(1)) > 0);
using fetched = decltype(fetch(1));
constexpr bool throws = !noexcept(fetch(1));
template <class F>
concept fetches = requires(F f) { f(1); };
static_assert(fetches<decltype(fetch)>);

// CHECK-NONE
