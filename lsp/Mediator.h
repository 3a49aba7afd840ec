// Between a client, the user's clangd, and ours beside it: all that the client
// says goes to the user's, and what ours finds comes on top of what that says.
// The client sees one server, which is the user's in all else.

#ifndef COROLINT_LSP_MEDIATOR_H
#define COROLINT_LSP_MEDIATOR_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace corolint {

/// Who takes part.
enum class Party { Client, Users, Ours };

/// Messages in, messages out; no streams and no processes. Every request to
/// ours has the id that the client gave it, and the client is never asked
/// anything by ours, so no two ids are confused.
class Mediator {
public:
  using Time = std::chrono::steady_clock::time_point;
  using Sender = std::function<void(Party To, llvm::StringRef Body)>;

  explicit Mediator(Sender Send) : Send(std::move(Send)) {}

  /// What to do with a message of \p From.
  void hear(Party From, llvm::StringRef Body, Time Now);

  /// Ours has ended, or could not be started: takes its findings away.
  void withoutOurs();

  /// When ours has kept an answer waiting for too long; nothing if none waits.
  std::optional<Time> deadline() const;

  /// Goes on without the answers of ours whose time is over.
  void passed(Time Now);

private:
  /// What one side says of a document.
  struct Said {
    llvm::json::Array Diagnostics;
    std::optional<int64_t> Version;
    std::string Uri; ///< as it writes it
  };
  /// A request for code actions that both answer.
  struct Asked {
    Time Until;
    std::optional<llvm::json::Object> Users; ///< the whole answer
    std::optional<llvm::json::Array> Ours;
  };
  enum class State { Waiting, Greeting, Running, Gone };

  void hearClient(llvm::StringRef Body, Time Now);
  void hearUsers(llvm::StringRef Body);
  void hearOurs(llvm::StringRef Body);
  void greetOurs(const llvm::json::Object &UsersAnswer);
  void tellOurs(llvm::StringRef Body);
  void askActions(llvm::json::Object Request, Time Now);
  void note(llvm::StringRef Method, const llvm::json::Object *Params);
  void publish(llvm::StringRef Document);
  void finish(std::map<std::string, Asked>::iterator Request);

  Sender Send;
  State Of = State::Waiting;
  std::optional<llvm::json::Object> Initialize; ///< until the user's answers it
  std::string InitializeId;
  std::vector<std::string> Kept;             ///< for ours, until it runs
  llvm::StringSet<> Open;                    ///< by documentKey
  llvm::StringMap<Said> UsersSaid, OursSaid; ///< the same
  std::map<std::string, Asked> Requests;
};

} // namespace corolint

#endif
