// The options that belong to no check; keys of CheckOptions in .clang-tidy.

#ifndef COROLINT_TIDY_GLOBALOPTIONS_H
#define COROLINT_TIDY_GLOBALOPTIONS_H

namespace corolint {

/// Knowledge files of the user, separated by ';'.
inline constexpr char KnowledgeOption[] = "corolint.Knowledge";
/// "true": each finding says what it rests on.
inline constexpr char WhyOption[] = "corolint.Why";

} // namespace corolint

#endif
