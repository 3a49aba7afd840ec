// For people: as clang-tidy prints it, with the source line and a caret.

#include "Formats.h"
#include "support/LlvmCompat.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"

using namespace llvm;
using namespace clang;

namespace corolint::output {

namespace {

class TextPrinter {
public:
  TextPrinter(raw_ostream &Out, bool UseColor)
      : Files(FileSystemOptions()), Printing(Out),
        Sources(Printing.engine(), Files) {
    Printing.options().ShowColors = UseColor;
    Printing.client().BeginSourceFile(LangOptions(), nullptr);
  }

  void print(const Result &R) {
    std::string Name = R.Check;
    if (R.IsPromoted)
      Name += ",-warnings-as-errors";
    DiagnosticsEngine &Engine = Printing.engine();
    {
      // Printed when it goes out of scope.
      DiagnosticBuilder Primary =
          Engine.Report(location(R.Where),
                        R.IsError ? id<DiagnosticsEngine::Error>("%0 [%1]")
                                  : id<DiagnosticsEngine::Warning>("%0 [%1]"));
      Primary << R.Message << Name;
      for (const Edit &Each : R.Fix)
        Primary << FixItHint::CreateReplacement(range(Each.Where), Each.Text);
    }
    for (const PlacedNote &Note : R.Notes)
      Engine.Report(location(Note.Where), id<DiagnosticsEngine::Note>("%0"))
          << Note.Text;
  }

private:
  template <DiagnosticsEngine::Level L, unsigned N>
  unsigned id(const char (&Form)[N]) {
    return Printing.engine().getCustomDiagID(L, Form);
  }

  SourceLocation location(StringRef Name, const Position &At) {
    if (Name.empty() || !At.Line)
      return {};
    auto File = Files.getOptionalFileRef(Name);
    if (!File)
      return {};
    FileID Id = Sources.getOrCreateFileID(*File, SrcMgr::C_User);
    return Sources.translateLineCol(Id, At.Line, At.Byte);
  }

  SourceLocation location(const Place &Where) {
    return location(Where.File, Where.Start);
  }

  CharSourceRange range(const Place &Where) {
    return CharSourceRange::getCharRange(location(Where),
                                         location(Where.File, Where.End));
  }

  FileManager Files;
  compat::PrintingDiagnostics<TextDiagnosticPrinter> Printing;
  SourceManager Sources;
};

} // namespace

void writeText(const Report &R, raw_ostream &Out) {
  TextPrinter Printer(Out, /*UseColor=*/Out.has_colors());
  for (const Result &Each : R.Results)
    Printer.print(Each);
}

} // namespace corolint::output
