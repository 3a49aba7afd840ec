// Reading a pipe waits for a writer, for ever if there is none; so only what
// the user names is read whatever it is, and what is found on the way is not.

#ifndef COROLINT_DRIVER_ORDINARYFILES_H
#define COROLINT_DRIVER_ORDINARYFILES_H

#include "llvm/Support/VirtualFileSystem.h"

namespace corolint {

/// Is \p Path a pipe, a socket or a device, other than /dev/null?
bool mayNeverEnd(const llvm::Twine &Path);

/// Opens what \p Below has, except what may never end, which is an error
/// "Operation not permitted".
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
ordinaryFiles(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Below);

} // namespace corolint

#endif
