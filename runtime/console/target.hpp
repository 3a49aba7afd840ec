// Which program is meant.

#ifndef COROLINT_CONSOLE_TARGET_HPP
#define COROLINT_CONSOLE_TARGET_HPP

#include <stdexcept>
#include <string>

namespace corolint::console {

/// What went wrong, as one line for the user.
class failure : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The path of the socket of the program that \p given means: a path, or the
/// number of a process, which listens at one. Throws failure.
std::string socket_of(const std::string &given);

} // namespace corolint::console

#endif
