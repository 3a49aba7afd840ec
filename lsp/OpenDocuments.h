// The text of the documents that a client has open, as it tells the server.

#ifndef COROLINT_LSP_OPENDOCUMENTS_H
#define COROLINT_LSP_OPENDOCUMENTS_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include <optional>
#include <string>

namespace corolint {

/// In which unit the characters of a line are counted.
enum class PositionUnit { Utf16, Utf8, Utf32 };

/// The unit of that name in the protocol ("utf-8"); UTF-16 if there is none.
PositionUnit positionUnit(llvm::StringRef Name);

/// How many units \p Text, in UTF-8, is long.
unsigned lengthIn(PositionUnit Unit, llvm::StringRef Text);

class OpenDocuments {
public:
  /// As the server has chosen it; before: UTF-16.
  void countIn(PositionUnit Chosen) { Unit = Chosen; }
  PositionUnit unit() const { return Unit; }

  /// Looks at a notification of the client: textDocument/didOpen, didChange and
  /// didClose change what is here; a change that fits no document is ignored,
  /// and the document forgotten.
  void see(llvm::StringRef Method, const llvm::json::Object &Params);

  bool isOpen(llvm::StringRef Uri) const { return Texts.count(Uri); }

  /// Without its end; nothing if there is no such line.
  std::optional<llvm::StringRef> line(llvm::StringRef Uri,
                                      int64_t Number) const;

private:
  bool apply(std::string &Text, const llvm::json::Object &Change) const;

  PositionUnit Unit = PositionUnit::Utf16;
  llvm::StringMap<std::string> Texts; ///< by URI
};

} // namespace corolint

#endif
