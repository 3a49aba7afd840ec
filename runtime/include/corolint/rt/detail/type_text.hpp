// The name of a type, for messages.

#ifndef COROLINT_RT_DETAIL_TYPE_TEXT_HPP
#define COROLINT_RT_DETAIL_TYPE_TEXT_HPP

namespace corolint::rt::detail {

/// The name of \p T within a longer text, which lives for ever.
template <class T> constexpr const char *type_text() noexcept {
  return __PRETTY_FUNCTION__;
}

} // namespace corolint::rt::detail

#endif
