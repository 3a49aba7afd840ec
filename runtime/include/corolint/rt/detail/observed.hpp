// What a checked build knows of coroutines and jobs, and a plain one does not.
//
// The library exists twice: corolint::runtime, and corolint::runtime_checked,
// which defines COROLINT_CHECKED for itself and for whoever links it. This is
// the only header that looks at the macro. In a plain build its classes are
// empty and its functions do nothing, so that neither a byte nor an instruction
// is left of them. In a checked one a coroutine remembers where it was called,
// where it awaits and for whom; a job, which of its coroutines is the
// innermost.

#ifndef COROLINT_RT_DETAIL_OBSERVED_HPP
#define COROLINT_RT_DETAIL_OBSERVED_HPP

#ifndef COROLINT_CHECKED
#define COROLINT_CHECKED 0
#endif

#if COROLINT_CHECKED
#include "corolint/rt/detail/observed/awaiter.hpp"
#include "corolint/rt/detail/observed/calls.hpp"
#include "corolint/rt/detail/observed/detectors.hpp"
#include "corolint/rt/detail/observed/frame.hpp"
#include "corolint/rt/detail/observed/job.hpp"
#include "corolint/rt/detail/observed/promise.hpp"
#include "corolint/rt/detail/observed/worker.hpp"
#else
#include "corolint/rt/detail/observed/plain.hpp"
#endif

namespace corolint::rt::detail {

// Objects of both kinds lay out promises differently and must not meet in one
// program. So each asks for a symbol that only its own library has; the linker
// names it when it is missing. A word per program, and no instruction: it is
// kept because it says so, not because something uses it. The word has another
// name in each build, or the linker would take one for the other.
#if COROLINT_CHECKED
/// True in a checked build.
inline constexpr bool is_checked = true;

extern const char
    this_build __asm__("corolint_rt_objects_compiled_with_COROLINT_CHECKED_"
                       "need_the_library_corolint_runtime_checked");
[[gnu::used, gnu::retain]] inline const char *const needs_checked = &this_build;
#else
inline constexpr bool is_checked = false;

extern const char
    this_build __asm__("corolint_rt_objects_compiled_without_COROLINT_CHECKED_"
                       "need_the_library_corolint_runtime");
[[gnu::used, gnu::retain]] inline const char *const needs_plain = &this_build;
#endif

} // namespace corolint::rt::detail

#endif
