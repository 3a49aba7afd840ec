// The digests of files by their names, as long as the file system says that
// they are what they were. Of this machine only; losing it costs a little time.

#ifndef COROLINT_DRIVER_CACHE_STATTABLE_H
#define COROLINT_DRIVER_CACHE_STATTABLE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <sys/stat.h>

namespace corolint {

/// What tells that a file is as it was. The time of the last change of its
/// entry is part of it: unlike that of its content, no tool can set it back.
struct FileStamp {
  uint64_t Size = 0, Inode = 0, Device = 0;
  uint64_t Modified = 0, Changed = 0; ///< nanoseconds

  explicit FileStamp(const struct stat &Status);
  FileStamp() = default;
  bool operator==(const FileStamp &Other) const;
  /// Whether it is old enough at the time \p Now: a file that was just written
  /// may be written again without a new time, which has its grain.
  bool isSettled(uint64_t Now) const;
};

/// Nanoseconds, as file systems count them.
uint64_t wallClock();

class StatTable {
public:
  /// The table that save() made; an empty one if \p Bytes are not such.
  explicit StatTable(llvm::StringRef Bytes = "");

  /// Empty if it is not known. Refers to the table.
  llvm::StringRef find(llvm::StringRef Name, const FileStamp &Stamp);
  /// Takes \p Digest for the file, which had \p Stamp before it was read.
  void add(llvm::StringRef Name, const FileStamp &Stamp,
           llvm::StringRef Digest);

  /// Whether there is something new in it.
  bool isChanged() const { return IsChanged; }
  /// Without what nobody asked for in a long time.
  std::string save() const;

private:
  struct Row {
    FileStamp Stamp;
    std::string Digest;
    uint32_t Day; ///< when it was last asked for
  };

  llvm::StringMap<Row> Rows;
  uint32_t Today;
  bool IsChanged = false;
};

} // namespace corolint

#endif
