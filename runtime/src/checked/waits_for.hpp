// What a task waits for, in words.

#ifndef COROLINT_RT_SRC_CHECKED_WAITS_FOR_HPP
#define COROLINT_RT_SRC_CHECKED_WAITS_FOR_HPP

#include <string>

namespace corolint::rt::detail {

/// \p what: the type of an awaitable, as type_text() gives it. The name of the
/// type if it is not of this library.
std::string waited_for(const char *what);

} // namespace corolint::rt::detail

#endif
