// What a run has to say, as plain data: what every format is written from.

#ifndef COROLINT_DRIVER_OUTPUT_REPORT_H
#define COROLINT_DRIVER_OUTPUT_REPORT_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint::output {

/// A position in a file, counted from 1; 0 if there is none.
struct Position {
  unsigned Line = 0;
  unsigned Byte = 0;  ///< column, in bytes
  unsigned Utf16 = 0; ///< column, in UTF-16 code units
};

/// From \c Start up to, not including, \c End.
struct Place {
  std::string File; ///< as text shows it; bytes of any encoding; may be empty
  Position Start, End;
};

struct PlacedNote {
  std::string Text;
  Place Where;
};

/// \c Text takes the place of what is at \c Where, which may be nothing.
struct Edit {
  Place Where;
  std::string Text;
};

/// What a result is, held against the findings that were there before.
enum class Baseline { Unknown, New, Unchanged };

/// Who keeps a result from counting.
struct Suppression {
  enum class Source { Comment, Baseline };
  Source By = Source::Comment;
  Place Where;     ///< of the comment, or the file of the baseline
  std::string Why; ///< as its author put it; may be empty
};

struct Result {
  std::string Check;
  bool IsError = false;
  bool IsPromoted = false; ///< an error only by WarningsAsErrors
  std::string Message;
  Place Where;
  std::vector<PlacedNote> Notes;
  std::vector<Edit> Fix; ///< to be made together
  /// The same in the next run, though lines were added above; differs between
  /// any two results.
  std::string Fingerprint;
  Baseline Since = Baseline::Unknown;
  std::vector<Suppression> Suppressions; ///< any, and it does not count
};

/// A file that could not be analysed.
struct Failure {
  std::string File;
  std::string Why; ///< one line or more
};

struct Report {
  std::vector<Result> Results; ///< ordered by file and line
  /// In the same order, each with its suppressions; for those formats that can
  /// tell them from the results.
  std::vector<Result> Suppressed;
  std::vector<Failure> Failures;
  std::vector<std::string> Analysed; ///< the other files
};

/// "error" or "warning".
llvm::StringRef severity(const Result &R);

/// "new", "unchanged", or nothing.
llvm::StringRef name(Baseline Since);

/// "inSource" or "external", the words of SARIF.
llvm::StringRef name(Suppression::Source By);

/// "file:line:col", or the file alone.
std::string asText(const Place &Where);

/// "file:line:col: warning: message [check]", then a line for each note.
std::string asLines(const Result &R);

/// The message, then "note: ..." on a line for each note; the place in it only
/// if it is another one.
std::string asParagraph(const Result &R);

} // namespace corolint::output

#endif
