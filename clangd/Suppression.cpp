#include "Suppression.h"
#include "Messages.h"

using namespace llvm;

namespace corolint {

/// A longer line gets its comment in a line above.
static constexpr unsigned WidestLine = 80;

static json::Object position(int64_t Line, unsigned Character) {
  return json::Object{{"line", Line}, {"character", Character}};
}

static json::Object insertion(int64_t Line, unsigned Character,
                              std::string Text) {
  json::Object Empty{{"start", position(Line, Character)},
                     {"end", position(Line, Character)}};
  return json::Object{{"range", std::move(Empty)},
                      {"newText", std::move(Text)}};
}

/// Where a list of checks in "NOLINT(...)" ends; npos if there is none.
static size_t endOfList(StringRef Text) {
  size_t List = Text.find("NOLINT(");
  return List == StringRef::npos ? List : Text.find(')', List);
}

static std::optional<json::Object> edit(const OpenDocuments &Documents,
                                        StringRef Uri, int64_t Line,
                                        StringRef Check) {
  auto Text = Documents.line(Uri, Line);
  auto Above = Documents.line(Uri, Line - 1);
  // In a macro a comment would swallow the lines that follow.
  if (!Text || Text->ends_with("\\") || (Above && Above->ends_with("\\")))
    return std::nullopt;
  PositionUnit Unit = Documents.unit();
  if (size_t End = endOfList(*Text); End != StringRef::npos)
    return insertion(Line, lengthIn(Unit, Text->take_front(End)),
                     (", " + Check).str());
  std::string Comment = (" // NOLINT(" + Check + ")").str();
  if (lengthIn(PositionUnit::Utf32, *Text) + Comment.size() <= WidestLine)
    return insertion(Line, lengthIn(Unit, *Text), Comment);
  StringRef Indent =
      Text->take_while([](char C) { return C == ' ' || C == '\t'; });
  return insertion(Line, 0,
                   (Indent + "// NOLINTNEXTLINE(" + Check + ")\n").str());
}

std::optional<json::Object> suppression(const OpenDocuments &Documents,
                                        StringRef Uri,
                                        const json::Value &Diagnostic) {
  StringRef Check = ourCheck(Diagnostic);
  const json::Object *Range = Diagnostic.getAsObject()->getObject("range");
  const json::Object *Start = Range ? Range->getObject("start") : nullptr;
  if (!Start)
    return std::nullopt;
  auto Edit =
      edit(Documents, Uri, Start->getInteger("line").value_or(-1), Check);
  if (!Edit)
    return std::nullopt;
  json::Object Changes;
  Changes[Uri.str()] = json::Array{std::move(*Edit)};
  return json::Object{
      {"title", ("suppress " + Check + " here with NOLINT").str()},
      {"kind", "quickfix"},
      {"diagnostics", json::Array{Diagnostic}},
      {"edit", json::Object{{"changes", std::move(Changes)}}}};
}

} // namespace corolint
