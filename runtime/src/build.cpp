// What the objects of a program ask for, so that those of a plain and of a
// checked build do not get into one.

#include "corolint/rt/detail/observed.hpp"

namespace corolint::rt::detail {

const char this_build = 0;

} // namespace corolint::rt::detail

/// In both libraries: a program that has objects of both kinds and links both
/// libraries has this twice.
extern "C" const char
    corolint_rt_link_corolint_runtime_or_corolint_runtime_checked_not_both;
const char
    corolint_rt_link_corolint_runtime_or_corolint_runtime_checked_not_both = 0;
