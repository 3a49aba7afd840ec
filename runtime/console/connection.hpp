// The other end of the socket.

#ifndef COROLINT_CONSOLE_CONNECTION_HPP
#define COROLINT_CONSOLE_CONNECTION_HPP

#include <string>

namespace corolint::console {

class connection {
public:
  /// Throws failure if nobody listens at \p path.
  explicit connection(const std::string &path);
  connection(const connection &) = delete;
  connection &operator=(const connection &) = delete;
  ~connection();

  /// What the program does at this moment: a line of JSON. Throws failure if
  /// the program has ended, or does not answer for ten seconds.
  std::string ask();

private:
  std::string path_;
  int descriptor_;
  std::string read_; ///< behind the last answer
};

} // namespace corolint::console

#endif
