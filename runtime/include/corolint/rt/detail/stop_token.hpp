// std::stop_token, where the standard library has it: the libc++ of Clang 19
// has it only with -fexperimental-library.

#ifndef COROLINT_RT_DETAIL_STOP_TOKEN_HPP
#define COROLINT_RT_DETAIL_STOP_TOKEN_HPP

#include <type_traits>
#include <version>
#ifdef __cpp_lib_jthread
#include <stop_token>
#endif

namespace corolint::rt::detail {

#ifdef __cpp_lib_jthread
using std::stop_source;
using std::stop_token;
#else
/// Types that no callable takes.
class stop_token {};
class stop_source {
public:
  stop_token get_token() const noexcept { return {}; }
  void request_stop() noexcept {}
};
#endif

/// In the place of a stop_source for a call that does not want one.
struct no_stop {
  void request_stop() noexcept {}
};

/// True for a callable that is called with a stop_token before the rest.
template <class F, class... Args>
inline constexpr bool wants_stop_token =
    std::is_invocable_v<F, stop_token, Args...>;

/// What is returned by \p F, called with a token if it wants one.
template <class F, class... Args> auto returned_by() {
  if constexpr (wants_stop_token<F, Args...>)
    return std::type_identity<std::invoke_result_t<F, stop_token, Args...>>();
  else
    return std::type_identity<std::invoke_result_t<F, Args...>>();
}

} // namespace corolint::rt::detail

#endif
