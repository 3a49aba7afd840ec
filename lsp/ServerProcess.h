// A language server that runs as a child, spoken to through its standard
// streams.

#ifndef COROLINT_LSP_SERVERPROCESS_H
#define COROLINT_LSP_SERVERPROCESS_H

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace corolint {

class ServerProcess {
public:
  /// Starts \p Command, a program that is looked for in PATH and its
  /// arguments; its standard error is ours. Nothing, and \p Why, if it cannot
  /// be started.
  static std::optional<ServerProcess>
  start(const std::vector<std::string> &Command, std::string &Why);

  int input() const { return Input; }   ///< what it reads
  int output() const { return Output; } ///< what it writes

  /// Waits for its end. Its exit code; 128 and the signal that ended it.
  int wait();

  /// The same for one that is ending; one that is not is ended.
  int waitShortly();

  /// Ends it and waits.
  int end();

private:
  pid_t Id = -1;
  int Input = -1, Output = -1;
};

} // namespace corolint

#endif
