#include "TidyFile.h"
#include "CheckNames.h"
#include "ConfigPolicy.h"
#include "ForeignKeys.h"
#include "support/LlvmCompat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

/// 16 reads text without any key as options that are all set, to nothing.
static bool saysNothing(StringRef Yaml) {
  while (!Yaml.empty()) {
    auto [Line, Rest] = Yaml.split('\n');
    Line = Line.trim();
    if (!Line.empty() && !Line.starts_with("#") && Line != "---" &&
        Line != "...")
      return false;
    Yaml = Rest;
  }
  return true;
}

/// Parses, as long as only what another version knows is in the way. The
/// first thing that is wrong otherwise goes to \p See.
static ErrorOr<ClangTidyOptions> parseLeniently(MemoryBufferRef Config,
                                                TidyFileMistake See) {
  std::string Text = Config.getBuffer().str();
  while (!saysNothing(Text)) {
    MemoryBufferRef Rest(Text, Config.getBufferIdentifier());
    std::string What;
    size_t Offset = 0;
    auto Parsed = clang::tidy::parseConfigurationWithDiags(
        Rest, [&](const SMDiagnostic &Diag) {
          // The first is the cause.
          if (Diag.getKind() != SourceMgr::DK_Error || !What.empty())
            return;
          What = Diag.getMessage().str();
          if (const char *Where = Diag.getLoc().getPointer())
            Offset = Where - Rest.getBufferStart();
        });
    if (Parsed)
      return Parsed;
    if (blankForeignKey(Text, What))
      continue;
    See(Offset, What.empty() ? Parsed.getError().message() : What);
    return Parsed;
  }
  return ClangTidyOptions();
}

/// Told of a mistake by a word of the file that it is at.
using MistakeAtWord = function_ref<void(StringRef Word, const Twine &What)>;

static void dropWrongValues(ClangTidyOptions &Options, MistakeAtWord See) {
  std::string Why;
  for (auto [Key, Filter] : compat::headerFilters(Options))
    if (*Filter && !(*Filter)->empty() && !Regex(**Filter).isValid(Why)) {
      // Groups of other dialects: clang-tidy takes them, and matches nothing.
      if (!StringRef(**Filter).contains("(?"))
        See(Key, "'" + **Filter + "' is not a regular expression: " + Why);
      Filter->reset();
    }
  if (compat::hasWrongExtensions(Options)) {
    See("FileExtensions", "a file extension is written without the dot");
    compat::dropExtensions(Options);
  }
}

static void seeUnknownNames(const ClangTidyOptions &Options,
                            MistakeAtWord See) {
  forEachGlob(Options.Checks.value_or(""), [&](StringRef Glob) {
    if (!namesOurChecks(Glob))
      return;
    if (std::string Unknown = unknownCheck(Glob); !Unknown.empty())
      See(Glob, Unknown);
  });
  std::vector<StringRef> Keys;
  for (const auto &Option : Options.CheckOptions)
    Keys.push_back(Option.getKey());
  sort(Keys);
  for (StringRef Key : Keys) {
    std::string Wrong = unknownCheckOption(Key);
    if (Wrong.empty())
      Wrong = wrongOptionValue(Key, Options.CheckOptions.lookup(Key).Value);
    if (!Wrong.empty())
      See(Key, Wrong);
  }
}

ClangTidyOptions parseTidyFile(MemoryBufferRef Text, TidyFileMistake See) {
  auto Parsed = parseLeniently(Text, See);
  if (!Parsed)
    return ClangTidyOptions();
  auto SeeAtWord = [&](StringRef Word, const Twine &What) {
    size_t Offset = Text.getBuffer().find(Word);
    See(Offset == StringRef::npos ? 0 : Offset, What);
  };
  dropWrongValues(*Parsed, SeeAtWord);
  seeUnknownNames(*Parsed, SeeAtWord);
  return *Parsed;
}

} // namespace corolint
