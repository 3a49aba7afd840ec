// A precompiled header of what several units include first.

#ifndef COROLINT_DRIVER_UNIT_PRECOMPILEDHEADER_H
#define COROLINT_DRIVER_UNIT_PRECOMPILEDHEADER_H

#include "Unit.h"

namespace corolint {

/// \p Command without what is of \p U alone: its file, its output. Units for
/// which this is the same are compiled alike.
std::string commonFlags(const Unit &U,
                        const clang::tooling::CompileCommand &Command);

/// The file that precompile() writes to \p Folder.
std::string precompiledHeaderIn(llvm::StringRef Folder);

/// Compiles the headers that \p Includes name, as \p Like is compiled, into
/// \p Folder, which exists and is kept as long as the result is used. Gives
/// what was looked up for it. Nothing if they do not compile by themselves, or
/// if one of them includes what is no system header: that would have to be
/// checked in each unit.
std::optional<LookedUp>
precompile(const Unit &Like, llvm::ArrayRef<std::string> Includes,
           llvm::StringRef Folder, TidyConfig &Config, const Shortcuts &Taken,
           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

} // namespace corolint

#endif
