// What a task waits for, and who can end that.

#ifndef COROLINT_RT_SRC_CHECKED_WAITS_FOR_HPP
#define COROLINT_RT_SRC_CHECKED_WAITS_FOR_HPP

#include <string>

namespace corolint::rt::detail {

/// \p what: the type of an awaitable, as type_text() gives it. The name of the
/// type if it is not of this library.
std::string waited_for(const char *what);

/// Who can end a wait. A lock is let go by the task that holds it, and a task
/// is ended by itself; a message or an event may come from a thread that is not
/// ours.
enum class ended_by { anybody, holder, task };

/// \p what: as above.
ended_by who_ends(const char *what);

} // namespace corolint::rt::detail

#endif
