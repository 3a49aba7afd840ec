// What is asked of messages of the Language Server Protocol.

#ifndef COROLINT_LSP_MESSAGES_H
#define COROLINT_LSP_MESSAGES_H

#include "llvm/Support/JSON.h"
#include <optional>
#include <string>

namespace corolint {

/// The message of that body; nothing if it is none.
std::optional<llvm::json::Object> parseMessage(llvm::StringRef Body);

/// The body of \p Message.
std::string bodyOf(llvm::json::Object Message);

/// The id of a request or of the answer to it, as text in which 1 and "1"
/// differ; empty if there is none.
std::string idOf(const llvm::json::Object &Message);

/// What tells a document from others, however its URI is written: clients
/// differ in what they escape.
std::string documentKey(llvm::StringRef Uri);

/// The name of the check of \p Diagnostic if it is one of ours, else empty.
llvm::StringRef ourCheck(const llvm::json::Value &Diagnostic);

/// Whether the client of textDocument/codeAction wants quick fixes.
bool wantsQuickFixes(const llvm::json::Object &CodeActionParams);

/// The unit of positions that the answer to "initialize" names, in the words
/// of the protocol.
std::string chosenPositionUnit(const llvm::json::Object &InitializeResult);

} // namespace corolint

#endif
