// A finding in the words of the user, independent of any host.

#ifndef COROLINT_REPORT_FINDING_H
#define COROLINT_REPORT_FINDING_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include <optional>
#include <string>

namespace corolint {

/// A further place. An invalid location prints at the finding's own place.
struct Note {
  clang::SourceLocation Where;
  std::string Text;
};

/// Text to be inserted before \c At.
struct Insertion {
  clang::SourceLocation At;
  std::string Text;
};

/// Primary location = where the user will edit; one finding per cause.
struct Finding {
  clang::SourceLocation Where;
  std::string Text; ///< lower case, no full stop, without the check's name
  llvm::SmallVector<Note, 4> Notes;
  llvm::SmallVector<std::string, 2> Evidence; ///< shown with --why
  /// An edit after which the code compiles and does what was meant; given only
  /// where that is certain.
  std::optional<Insertion> Fix;

  void note(clang::SourceLocation At, const llvm::Twine &What) {
    Notes.push_back({At, What.str()});
  }

  /// One note at each of \p Places up to three, then how many there are more.
  /// \p More names what the rest are: "suspensions".
  void notes(llvm::ArrayRef<clang::SourceLocation> Places,
             const llvm::Twine &What, llvm::StringRef More);
};

/// The name as a message shows it: in quotes.
std::string quoted(llvm::StringRef Name);

} // namespace corolint

#endif
