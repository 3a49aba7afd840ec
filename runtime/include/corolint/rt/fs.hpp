// Files, read and written on threads that may block.
//
// The system has no readiness for files. A call that has begun cannot be taken
// back, so it owns what it works with: bytes go in and come out by value, and a
// task that is stopped leaves nothing behind that is still being written to.

#ifndef COROLINT_RT_FS_HPP
#define COROLINT_RT_FS_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

namespace corolint::rt {

/// The whole of a file.
COROLINT_CHECKPOINT
COROLINT_CANCEL_SAFE task<result<std::string, std::error_code>>
read_file(std::filesystem::path path);

/// Replaces what is in a file, or makes one. Not at once: who reads meanwhile
/// may see a part. Being stopped does not end a call that has begun.
COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("whether the file was written")
    task<result<void, std::error_code>> write_file(std::filesystem::path path,
                                                   std::string bytes);

/// A file that is open.
///
/// Moves, does not copy. Its operations may run at the same time; to move or
/// destroy it is for one task alone. Closed when it and the last call that uses
/// it are gone.
class file {
public:
  enum class mode {
    read,       ///< must exist
    write,      ///< made, or emptied
    read_write, ///< made if there is none
  };

  /// No file: every operation fails with bad_file_descriptor.
  file() = default;

  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE static task<result<file, std::error_code>>
  open(std::filesystem::path path, mode how);

  /// At most \p count bytes from \p offset on; fewer at the end of the file.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::string, std::error_code>>
  read_at(std::uint64_t offset, std::size_t count) const;

  /// Writes all of \p bytes at \p offset.
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("whether the bytes were written")
      task<result<void, std::error_code>> write_at(std::uint64_t offset,
                                                   std::string bytes);

  /// How many bytes the file has.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::uint64_t, std::error_code>>
  size() const;

  /// When this is done the bytes are on the disk.
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("whether the bytes are on the disk")
      task<result<void, std::error_code>> sync();

  bool is_open() const noexcept { return number_ != nullptr; }

private:
  struct owned_number;
  explicit file(std::shared_ptr<const owned_number> number) noexcept
      : number_(std::move(number)) {}

  std::shared_ptr<const owned_number> number_;
};

} // namespace corolint::rt

#endif
