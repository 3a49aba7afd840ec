// The files that all units of a run read, each read once: what is known of a
// path, its text, and its preprocessor directives without the rest.

#ifndef COROLINT_DRIVER_SCAN_SOURCECACHE_H
#define COROLINT_DRIVER_SCAN_SOURCECACHE_H

#include "clang/Lex/DependencyDirectivesScanner.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <mutex>
#include <optional>

namespace corolint {

/// Thread-safe; what it returns lives as long as it does. A process that was
/// forked while another thread was in here must not use it.
class SourceCache {
public:
  SourceCache();

  /// What the file system says of \p Path, which is absolute.
  llvm::ErrorOr<llvm::vfs::Status> status(llvm::StringRef Path);

  /// The text of the file, or why it cannot be read.
  llvm::ErrorOr<llvm::StringRef> text(llvm::StringRef Path);

  /// What the preprocessor has to look at in the file; nothing if its text
  /// could not be cut down to that.
  std::optional<llvm::ArrayRef<clang::dependency_directives_scan::Directive>>
  directives(llvm::StringRef Path);

  /// A view of these files with a current folder of its own.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> view();

private:
  struct Entry {
    explicit Entry(llvm::ErrorOr<llvm::vfs::Status> Found)
        : Found(std::move(Found)) {}

    llvm::ErrorOr<llvm::vfs::Status> Found;
    std::mutex Lock; ///< of what follows
    bool IsRead = false, IsCutDown = false;
    std::error_code Problem;
    std::unique_ptr<llvm::MemoryBuffer> Text;
    llvm::SmallVector<clang::dependency_directives_scan::Token, 0> Tokens;
    llvm::SmallVector<clang::dependency_directives_scan::Directive, 0>
        Directives;
  };

  Entry &at(llvm::StringRef Path);
  void read(llvm::StringRef Path, Entry &Into);

  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk;
  std::mutex Lock; ///< of Entries
  llvm::StringMap<std::unique_ptr<Entry>> Entries;
};

} // namespace corolint

#endif
