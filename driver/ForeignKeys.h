// A .clang-tidy is read by several versions of clang-tidy, and each refuses a
// key that another one has. Those are no mistakes of the user.

#ifndef COROLINT_DRIVER_FOREIGNKEYS_H
#define COROLINT_DRIVER_FOREIGNKEYS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// If \p Message says that a key is unknown which another version knows,
/// blanks it out of \p Yaml; positions of the rest stay as they are.
bool blankForeignKey(std::string &Yaml, llvm::StringRef Message);

} // namespace corolint

#endif
