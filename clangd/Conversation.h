// What we add to the conversation of a client with clangd: links to our pages,
// and actions that suppress our findings.

#ifndef COROLINT_CLANGD_CONVERSATION_H
#define COROLINT_CLANGD_CONVERSATION_H

#include "OpenDocuments.h"
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace corolint {

/// Thread-safe: clangd reads in one thread and writes in others.
class Conversation {
public:
  /// Looks at a message of the client.
  void hear(llvm::StringRef Body);

  /// The message that is sent instead of \p Body; nothing: \p Body itself.
  std::optional<std::string> answer(llvm::StringRef Body);

private:
  void hearInitialize(const llvm::json::Object &Params);
  bool answerActions(llvm::json::Object &Message,
                     const llvm::json::Object &Params);

  std::mutex Lock;
  OpenDocuments Documents;
  bool TakesActions = false; ///< the client does, not only commands
  std::string Initialize;    ///< the id of this request while it is open
  /// The open requests for the actions of our findings, by their ids.
  std::map<std::string, llvm::json::Object> Asked;
};

} // namespace corolint

#endif
