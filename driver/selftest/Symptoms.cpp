#include "Symptoms.h"
#include "CheckNames.h"
#include "SnippetProject.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <cerrno>
#include <cstring>

using namespace llvm;

namespace corolint {

/// The first line that has \p Part, or nothing.
static StringRef lineWith(StringRef Output, StringRef Part) {
  size_t At = Output.find(Part);
  if (At == StringRef::npos)
    return "";
  size_t Start = Output.take_front(At).rfind('\n') + 1;
  return Output.slice(Start, Output.find('\n', At)).trim();
}

static StringRef lastLine(StringRef Output) {
  StringRef Whole = Output.rtrim();
  return Whole.drop_front(Whole.rfind('\n') + 1).trim();
}

/// Whether what stands between \p Before and \p After is named as a finding
/// names its check: in brackets, JSON or an attribute; not as a list of checks,
/// the rules of SARIF or a complaint about an option do.
static bool isOfFinding(StringRef Before, StringRef After) {
  if (Before.empty() || After.empty() ||
      !StringRef("[,\"=").contains(Before.back()) ||
      !StringRef("],\":").contains(After.front()))
    return false;
  return !Before.drop_back().rtrim().ends_with("\"id\":");
}

static bool names(StringRef Output, StringRef Check) {
  for (size_t At = Output.find(Check); At != StringRef::npos;
       At = Output.find(Check, At + 1))
    if (isOfFinding(Output.take_front(At), Output.substr(At + Check.size())))
      return true;
  return false;
}

std::vector<StringRef> reportedChecks(StringRef Output) {
  std::vector<StringRef> Found;
  if (Output.contains(SnippetProject::SourceName))
    for (const Rule *R : allRules())
      if (names(Output, R->Info.Name))
        Found.push_back(R->Info.Name);
  return Found;
}

std::string plainReason(ArrayRef<std::string> Command,
                        const OutsideAnswer &Answer) {
  const std::string Program = "'" + Command.front() + "'";
  if (Answer.How == OutsideAnswer::End::NotStarted)
    return "cannot run " + Program + ": " +
           (Answer.Number == ENOENT ? "there is no such command"
                                    : std::strerror(Answer.Number));
  if (Answer.How == OutsideAnswer::End::Signalled)
    return Program + " was ended by signal " + std::to_string(Answer.Number);

  StringRef Line = lineWith(Answer.Output, "this plugin is built for");
  if (!Line.empty())
    return ("wrong version: " + Line.substr(Line.find("this plugin"))).str();
  Line = lineWith(Answer.Output, "undefined symbol");
  if (!Line.empty())
    return ("wrong version: " + Line +
            "; use the plugin built for your clang-tidy")
        .str();
  Line = lineWith(Answer.Output, "Error opening '");
  if (!Line.empty())
    return ("the plugin is not loaded: " + Line).str();
  Line = lineWith(Answer.Output, "[clang-diagnostic-error]");
  if (!Line.empty())
    return ("the snippet, which is C++20, does not compile: " + Line).str();
  Line = lineWith(Answer.Output, "every check is switched off");
  return Line.substr(Line.find("every check")).str();
}

/// The globs of --checks, or null.
static const char *checksOption(ArrayRef<std::string> Command) {
  const char *Globs = nullptr;
  for (size_t I = 0; I < Command.size(); ++I) {
    StringRef Word = Command[I];
    if (!Word.consume_front("-"))
      continue;
    Word.consume_front("-");
    if (Word.consume_front("checks="))
      Globs = Word.data();
    else if (Word == "checks" && I + 1 < Command.size())
      Globs = Command[I + 1].c_str();
  }
  return Globs;
}

std::string silentReason(ArrayRef<std::string> Command,
                         const OutsideAnswer &Answer) {
  const char *Globs = checksOption(Command);
  if (Globs && !leavesAnyOn(Globs))
    return "'" + std::string(Globs) +
           "' of --checks leaves none of our checks on; add 'coro-*'";
  StringRef Output = Answer.Output;
  if (Output.contains_insensitive("no checks enabled"))
    return "the plugin is not loaded: there is no check to switch on; add "
           "-load=PATH/libcorolint-tidy.so";
  std::string Ended = "'" + Command.front() + "' ended with exit code " +
                      std::to_string(Answer.Number);
  if (Answer.Number) {
    StringRef Line = lineWith(Output, "error:");
    if (Line.empty())
      Line = lastLine(Output);
    return Ended + (Line.empty() ? "" : ": ") + Line.str();
  }
  return Ended + " but found nothing in a file full of mistakes; does it load "
                 "libcorolint-tidy.so, and does it lint '{}'?";
}

} // namespace corolint
