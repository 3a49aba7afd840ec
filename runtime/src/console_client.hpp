// Who has connected to the console: asks by lines, and gets a line for each.

#ifndef COROLINT_RT_SRC_CONSOLE_CLIENT_HPP
#define COROLINT_RT_SRC_CONSOLE_CLIENT_HPP

#include <string>
#include <string_view>
#include <utility>

namespace corolint::rt::detail {

/// Does not block. Who asks again before it has read gets its answer when it
/// has: no more than one is kept. One at a time, so that it is others' turn
/// between two.
class console_client {
public:
  explicit console_client(int descriptor) noexcept : descriptor_(descriptor) {}
  console_client(const console_client &) = delete;
  console_client &operator=(const console_client &) = delete;
  ~console_client();

  int descriptor() const noexcept { return descriptor_; }
  /// For `poll`: what is waited for.
  short wanted() const noexcept;
  /// Goes on as far as it comes. False: it has left, or is to be left.
  bool go_on();

private:
  bool has_work() const noexcept;
  bool read();
  bool write();
  /// Answers the next whole line; false if there is none.
  bool answer_line();

  int descriptor_;
  std::string asked_;  ///< and not answered
  std::string answer_; ///< that is not written yet
};

} // namespace corolint::rt::detail

#endif
