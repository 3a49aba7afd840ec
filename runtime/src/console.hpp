// The thread that answers who asks the program for a dump: by a signal, or on a
// Unix socket. One for all runtimes of the program.

#ifndef COROLINT_RT_SRC_CONSOLE_HPP
#define COROLINT_RT_SRC_CONSOLE_HPP

#include "console_client.hpp"
#include "console_socket.hpp"
#include "dump_signal.hpp"
#include <atomic>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace corolint::rt::detail {

struct console_options {
  std::string path; ///< of the socket; empty: as COROLINT_CONSOLE says
  int signal = 0;   ///< 0: as COROLINT_DUMP says
};

class console {
public:
  /// What runs already, or begins now. Null if it is not asked for, or cannot
  /// be had, which is said once on the standard error. It ends when nobody
  /// holds it.
  static std::shared_ptr<console> join(const console_options &asked);

  /// How many threads of this kind the program has.
  static unsigned threads() noexcept;

  console(std::optional<console_socket> socket, int signal);
  console(const console &) = delete;
  console &operator=(const console &) = delete;
  ~console();

private:
  void run();
  void let_in();

  std::optional<console_socket> socket_;
  dump_signal signal_;
  std::list<console_client> clients_; ///< of the thread
  std::atomic<bool> is_ending_{false};
  std::thread thread_;
};

} // namespace corolint::rt::detail

#endif
