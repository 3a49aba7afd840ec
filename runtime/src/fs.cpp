#include "corolint/rt/fs.hpp"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/detail/io_call.hpp"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace corolint::rt {

struct file::owned_number {
  explicit owned_number(int number) noexcept : number(number) {}
  owned_number(const owned_number &) = delete;
  ~owned_number() {
    if (number >= 0)
      ::close(number);
  }
  const int number;
};

namespace {

using detail::io_failure;

int flags_of(file::mode how) noexcept {
  switch (how) {
  case file::mode::read:
    return O_RDONLY;
  case file::mode::write:
    return O_WRONLY | O_CREAT | O_TRUNC;
  case file::mode::read_write:
    return O_RDWR | O_CREAT;
  }
  return O_RDONLY;
}

int open_number(const std::filesystem::path &path, int flags) noexcept {
  int number;
  do
    number = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  while (number < 0 && errno == EINTR);
  return number;
}

/// The most that one call is asked for, and what a buffer grows by at least.
constexpr std::size_t part = std::size_t{64} * 1024;

/// Up to \p most bytes from \p offset on. What says that it has no size, as
/// those in /proc do, is read to its end too.
result<std::string, std::error_code>
read_bytes(int number, std::uint64_t offset, std::uint64_t most) {
  std::string bytes;
  std::size_t filled = 0;
  while (filled < most) {
    if (filled == bytes.size())
      bytes.resize(static_cast<std::size_t>(
          std::min<std::uint64_t>(most, std::max(part, 2 * bytes.size()))));
    const ssize_t count =
        ::pread(number, bytes.data() + filled, bytes.size() - filled,
                static_cast<off_t>(offset + filled));
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return io_failure(errno);
    if (count == 0)
      break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

result<void, std::error_code> write_bytes(int number, std::uint64_t offset,
                                          const std::string &bytes) {
  for (std::size_t written = 0; written != bytes.size();) {
    const ssize_t count =
        ::pwrite(number, bytes.data() + written, bytes.size() - written,
                 static_cast<off_t>(offset + written));
    if (count < 0 && errno != EINTR)
      return io_failure(errno);
    if (count > 0)
      written += static_cast<std::size_t>(count);
  }
  return {};
}

} // namespace

task<result<std::string, std::error_code>>
read_file(std::filesystem::path path) {
  COROLINT_TRY(const file opened,
               co_await file::open(std::move(path), file::mode::read));
  co_return co_await opened.read_at(0, SIZE_MAX);
}

task<result<void, std::error_code>> write_file(std::filesystem::path path,
                                               std::string bytes) {
  COROLINT_TRY(file opened,
               co_await file::open(std::move(path), file::mode::write));
  co_return co_await opened.write_at(0, std::move(bytes));
}

task<result<file, std::error_code>> file::open(std::filesystem::path path,
                                               mode how) {
  co_return co_await spawn_blocking(
      [how](
          const std::filesystem::path &name) -> result<file, std::error_code> {
        auto number =
            std::make_shared<owned_number>(open_number(name, flags_of(how)));
        if (number->number < 0)
          return io_failure(errno);
        return file(std::move(number));
      },
      std::move(path));
}

task<result<std::string, std::error_code>>
file::read_at(std::uint64_t offset, std::size_t count) const {
  if (!number_)
    co_return io_failure(std::errc::bad_file_descriptor);
  co_return co_await spawn_blocking(
      [offset, count](const std::shared_ptr<const owned_number> &number) {
        return read_bytes(number->number, offset, count);
      },
      number_);
}

task<result<void, std::error_code>> file::write_at(std::uint64_t offset,
                                                   std::string bytes) {
  if (!number_)
    co_return io_failure(std::errc::bad_file_descriptor);
  co_return co_await spawn_blocking(
      [offset](const std::shared_ptr<const owned_number> &number,
               const std::string &all) {
        return write_bytes(number->number, offset, all);
      },
      number_, std::move(bytes));
}

task<result<std::uint64_t, std::error_code>> file::size() const {
  if (!number_)
    co_return io_failure(std::errc::bad_file_descriptor);
  co_return co_await spawn_blocking(
      [](const std::shared_ptr<const owned_number> &number)
          -> result<std::uint64_t, std::error_code> {
        struct stat about;
        if (::fstat(number->number, &about) != 0)
          return io_failure(errno);
        return static_cast<std::uint64_t>(about.st_size);
      },
      number_);
}

task<result<void, std::error_code>> file::sync() {
  if (!number_)
    co_return io_failure(std::errc::bad_file_descriptor);
  co_return co_await spawn_blocking(
      [](const std::shared_ptr<const owned_number> &number)
          -> result<void, std::error_code> {
        if (::fdatasync(number->number) != 0)
          return io_failure(errno);
        return {};
      },
      number_);
}

} // namespace corolint::rt
