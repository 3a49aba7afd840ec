#include "Bench.h"
#include "Complain.h"
#include "Paths.h"
#include "WholeFile.h"
#include "llvm/ADT/StringRef.h"
#include <cerrno>
#include <cstring>

using namespace llvm;

namespace corolint {

bool Bench::open() {
  if (std::error_code Problem = Root.make())
    return fails("cannot make a temporary folder: " + Problem.message());
  return true;
}

std::string Bench::file(const Twine &Name) const {
  return absolutePath(Root.file(Name));
}

bool Bench::write(const Twine &Name, StringRef Text) {
  std::string File = file(Name);
  std::string Why =
      output::writeWhole(File, [&](raw_ostream &Out) { Out << Text; });
  return Why.empty() || fails("cannot write '" + File + "': " + Why);
}

OutsideAnswer Bench::run(ArrayRef<std::string> Words,
                         ArrayRef<std::string> Variables) {
  OutsideAnswer Answer =
      runOutside(Words, Interrupts, {Seconds, Variables.vec()});
  WasInterrupted |= Answer.How == OutsideAnswer::End::Interrupted;
  return Answer;
}

bool Bench::fails(const Twine &What) const {
  if (!WasInterrupted)
    complain("demonstrate: " + What);
  return false;
}

/// The first line in which a compiler, a linker or corolint says what is
/// wrong, else the last one.
static StringRef tellingLine(StringRef Output) {
  StringRef Last;
  while (!Output.empty()) {
    StringRef Line;
    std::tie(Line, Output) = Output.split('\n');
    for (StringRef Sign : {"error:", "cannot find -l", "undefined reference"})
      if (Line.contains(Sign))
        return Line.trim();
    if (!Line.trim().empty())
      Last = Line.trim();
  }
  return Last;
}

std::string howItFailed(const OutsideAnswer &Answer) {
  const StringRef Line = tellingLine(Answer.Output);
  const std::string Said = Line.empty() ? "" : ": " + Line.str();
  switch (Answer.How) {
  case OutsideAnswer::End::Exited:
    return "ended with exit code " + std::to_string(Answer.Number) + Said;
  case OutsideAnswer::End::Signalled:
    return "was ended by signal " + std::to_string(Answer.Number) + Said;
  case OutsideAnswer::End::NotStarted:
    return Answer.Number == ENOENT
               ? "cannot be run: there is no such command"
               : std::string("cannot be run: ") + std::strerror(Answer.Number);
  case OutsideAnswer::End::TimedOut:
    return "did not end in time; --timeout=SECONDS gives it more";
  case OutsideAnswer::End::Interrupted:
    return "was interrupted";
  }
  return "";
}

} // namespace corolint
