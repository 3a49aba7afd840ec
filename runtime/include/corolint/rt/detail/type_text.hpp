// The name of a type, for messages.

#ifndef COROLINT_RT_DETAIL_TYPE_TEXT_HPP
#define COROLINT_RT_DETAIL_TYPE_TEXT_HPP

/// No type is declared here: GCC leaves a namespace out of the text if that of
/// the function is the same.
namespace corolint_rt_type_text {

/// The name of \p T within a longer text, which lives for ever.
template <class T> constexpr const char *type_text() noexcept {
  return __PRETTY_FUNCTION__;
}

} // namespace corolint_rt_type_text

namespace corolint::rt::detail {
using corolint_rt_type_text::type_text;
} // namespace corolint::rt::detail

#endif
