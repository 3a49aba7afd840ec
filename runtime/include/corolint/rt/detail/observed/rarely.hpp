// Calls that a short function may make, and seldom does.

#ifndef COROLINT_RT_DETAIL_OBSERVED_RARELY_HPP
#define COROLINT_RT_DETAIL_OBSERVED_RARELY_HPP

namespace corolint::rt::detail {

#if defined(__clang__) && (defined(__x86_64__) || defined(__aarch64__))
/// In a namespace of its own: an object of another compiler may have a function
/// of that name, which saves nothing.
inline namespace compiled_by_clang {
/// Calls \p Function and saves all registers meanwhile, so that who might call
/// it has not to save any each time that it does not.
template <auto Function, class... Args>
[[gnu::cold, gnu::noinline, clang::preserve_most]] void
rarely(Args &...args) noexcept {
  Function(args...);
}
} // namespace compiled_by_clang
#else
template <auto Function, class... Args> void rarely(Args &...args) noexcept {
  Function(args...);
}
#endif

} // namespace corolint::rt::detail

#endif
