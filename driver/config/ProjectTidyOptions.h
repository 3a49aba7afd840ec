// What a project file says, in the words of clang-tidy.

#ifndef COROLINT_DRIVER_CONFIG_PROJECTTIDYOPTIONS_H
#define COROLINT_DRIVER_CONFIG_PROJECTTIDYOPTIONS_H

#include "ProjectFile.h"
#include "clang-tidy/ClangTidyOptions.h"

namespace corolint {

/// All but its checks, which come about in another way: ConfigPolicy.h.
clang::tidy::ClangTidyOptions tidyOptionsOf(const ProjectFile &Project);

} // namespace corolint

#endif
