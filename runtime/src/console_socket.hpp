// The Unix socket on which a program answers corolint-console.

#ifndef COROLINT_RT_SRC_CONSOLE_SOCKET_HPP
#define COROLINT_RT_SRC_CONSOLE_SOCKET_HPP

#include <string>
#include <sys/types.h>
#include <utility>

namespace corolint::rt::detail {

/// Listens, for its user only. The file goes with it.
class console_socket {
public:
  /// Takes the place of a socket that nobody listens at any more. Throws
  /// std::runtime_error, whose text says what \p path is and what is wrong.
  explicit console_socket(std::string path);
  console_socket(console_socket &&other) noexcept
      : path_(std::move(other.path_)),
        descriptor_(std::exchange(other.descriptor_, -1)), file_(other.file_) {}
  console_socket &operator=(console_socket &&) = delete;
  ~console_socket();

  int descriptor() const noexcept { return descriptor_; }
  /// A connection that does not block; negative: there is none.
  int accept() const noexcept;

private:
  void bind_to_path();

  std::string path_;
  int descriptor_ = -1;
  std::pair<dev_t, ino_t> file_{}; ///< that it made
};

} // namespace corolint::rt::detail

#endif
