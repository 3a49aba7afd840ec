// Paths that users give to programs that start others.

#ifndef COROLINT_RT_SRC_PROCESS_PATH_HPP
#define COROLINT_RT_SRC_PROCESS_PATH_HPP

#include <cstddef>
#include <string>
#include <sys/types.h>

namespace corolint::rt::detail {

/// \p path with the number of the process \p of in place of its first "%p".
inline std::string process_path(std::string path, pid_t of) {
  if (const std::size_t at = path.find("%p"); at != std::string::npos)
    path.replace(at, 2, std::to_string(of));
  return path;
}

} // namespace corolint::rt::detail

#endif
