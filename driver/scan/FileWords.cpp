#include "FileWords.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;
using namespace clang;

namespace corolint {

namespace {

/// With every feature of the language that changes where a token ends.
const LangOptions &newestLanguage() {
  static const LangOptions Newest = [] {
    LangOptions Options;
    std::vector<std::string> Includes;
    LangOptions::setLangDefaults(Options, Language::CXX, Triple(), Includes,
                                 LangStandard::lang_gnucxx20);
    return Options;
  }();
  return Newest;
}

Lexer lexerOf(StringRef Text) {
  return Lexer(SourceLocation(), newestLanguage(), Text.begin(), Text.begin(),
               Text.end());
}

/// The word that pasting \p Left and \p Right may give, for the words that
/// make a coroutine: part of a macro may be an argument.
bool mayPasteCoroutine(StringRef Left, StringRef Right) {
  for (StringRef Word : {"co_await", "co_yield", "co_return"})
    if ((Left.starts_with("co") && Word.starts_with(Left)) ||
        (Right.size() > 3 && Word.ends_with(Right)))
      return true;
  return false;
}

class WordReader {
public:
  WordReader(StringRef Text, const Triggers &Known, const KnowledgeBase &Base)
      : Known(Known), Base(Base), Raw(lexerOf(Text)) {
    Found.Own = Known.none();
    Found.IsAnnotated = Text.contains("\"corolint::");
  }

  void collect(DenseSet<WordHash> &Into, bool OnlyThoseOfFile) {
    All = &Into;
    OnlyOwn = OnlyThoseOfFile;
  }

  FileWords run() {
    advance();
    while (Next.isNot(tok::eof))
      if (Next.is(tok::hash) && Next.isAtStartOfLine())
        readDirective();
      else
        readCode();
    return std::move(Found);
  }

private:
  /// An open brace; of a namespace with its name.
  struct Scope {
    std::string Namespace; ///< from the outermost on; empty outside of all
    int Library = -1;      ///< in FileWords::OfLibraries
  };
  using Scopes = SmallVector<Scope, 8>;

  void advance() {
    Raw.LexFromRawLexer(Next);
    if (Next.is(tok::raw_identifier) && Next.needsCleaning())
      Found.IsObscure = true;
  }

  /// Of the innermost open namespace, or -1.
  int library() const { return Open.empty() ? -1 : Open.back().Library; }

  /// Counts the identifier that is next, if it is one.
  void count() {
    if (Next.isNot(tok::raw_identifier))
      return;
    const int Library = library();
    if (All && (Library < 0 || !OnlyOwn))
      All->insert(hashOf(Next.getRawIdentifier()));
    const int Word = Known.word(Next.getRawIdentifier());
    if (Word < 0)
      return;
    (Library < 0 ? Found.Own : Found.OfLibraries[Library].second).set(Word);
  }

  /// Text of other branches leaves the braces as they were before the first.
  void readDirective() {
    advance();
    if (Next.isAtStartOfLine() || Next.isNot(tok::raw_identifier))
      return;
    const StringRef Name = Next.getRawIdentifier();
    if (Name == "if" || Name == "ifdef" || Name == "ifndef")
      Branches.push_back(Open);
    else if (Name.starts_with("el") && !Branches.empty())
      Open = Branches.back();
    else if (Name == "endif" && !Branches.empty())
      Branches.pop_back();
    advance();
    if (Name == "define")
      return readMacro();
    // The names of files and the words of messages are no identifiers.
    const bool Counts =
        !Name.starts_with("include") && Name != "error" && Name != "warning";
    for (; Next.isNot(tok::eof) && !Next.isAtStartOfLine(); advance())
      if (Counts)
        count();
  }

  void readMacro() {
    if (Next.isNot(tok::raw_identifier) || Next.isAtStartOfLine())
      return;
    Definition New;
    New.Name = hashOf(Next.getRawIdentifier());
    count();
    StringRef Previous;
    bool Pastes = false;
    for (advance(); Next.isNot(tok::eof) && !Next.isAtStartOfLine();
         advance()) {
      count();
      if (Next.is(tok::hashhash)) {
        Pastes = true;
        continue;
      }
      StringRef Word;
      if (Next.is(tok::raw_identifier)) {
        Word = Next.getRawIdentifier();
        New.Body.push_back(hashOf(Word));
        if (Pastes && mayPasteCoroutine(Previous, Word))
          New.Body.push_back(hashOf("co_await"));
      }
      Pastes = false;
      Previous = Word;
    }
    New.IsMacro = true;
    if (!New.Body.empty())
      Found.Definitions.push_back(std::move(New));
  }

  void readCode() {
    if (Next.is(tok::l_brace)) {
      Open.push_back(Open.empty() ? Scope() : Open.back());
      return advance();
    }
    if (Next.is(tok::r_brace)) {
      if (!Open.empty())
        Open.pop_back();
      return advance();
    }
    if (Next.isNot(tok::raw_identifier))
      return advance();
    count();
    const StringRef Word = Next.getRawIdentifier();
    const bool StartsLine = Next.isAtStartOfLine();
    advance();
    if (Word == "namespace")
      readNamespace();
    else if (Word == "using")
      readAlias();
    else if (Word == "typedef")
      readTypedef();
    else if (Word == "import" || (Word == "export" && isNext("import")))
      Found.Imports |= StartsLine;
  }

  bool isNext(StringRef Word) const {
    return Next.is(tok::raw_identifier) && Next.getRawIdentifier() == Word;
  }

  bool isEnd() const {
    return Next.isOneOf(tok::eof, tok::semi, tok::l_brace, tok::r_brace) ||
           (Next.is(tok::hash) && Next.isAtStartOfLine());
  }

  /// Behind "namespace": its name, perhaps macros, then the brace.
  void readNamespace() {
    std::string Name;
    bool IsNamed = false;
    for (bool Continues = true; !isEnd() && Next.isNot(tok::equal); advance()) {
      count();
      if (Next.is(tok::coloncolon)) {
        Continues = true;
        Name += "::";
      } else if (Next.is(tok::raw_identifier) && !isNext("inline")) {
        if (Continues && !(IsNamed && Name.empty()))
          Name += Next.getRawIdentifier();
        IsNamed = true;
        Continues = false;
      }
    }
    if (Next.isNot(tok::l_brace))
      return;
    Scope New = Open.empty() ? Scope() : Open.back();
    // Not in a namespace of the file's own: mine::boost is not boost.
    const bool IsOutermost = Open.empty();
    if (IsOutermost || !New.Namespace.empty()) {
      if (!Name.empty() && !New.Namespace.empty())
        New.Namespace += "::";
      New.Namespace += Name;
    }
    if (const KnowledgeBase::Library *Of = Base.libraryOf(New.Namespace))
      New.Library = numberOf(Of->Name);
    Open.push_back(std::move(New));
    advance();
  }

  int numberOf(StringRef Library) {
    auto &All = Found.OfLibraries;
    auto It = find_if(All, [&](auto &Each) { return Each.first == Library; });
    if (It == All.end()) {
      All.push_back({Library.str(), Known.none()});
      return All.size() - 1;
    }
    return It - All.begin();
  }

  /// Behind "using": "Name = …;", or something else.
  void readAlias() {
    if (Next.isNot(tok::raw_identifier))
      return;
    count();
    if (isNext("namespace"))
      return;
    Definition New;
    New.Name = hashOf(Next.getRawIdentifier());
    advance();
    if (Next.isNot(tok::equal))
      return;
    for (; !isEnd(); advance()) {
      count();
      if (Next.is(tok::raw_identifier))
        New.Body.push_back(hashOf(Next.getRawIdentifier()));
    }
    if (library() < 0)
      Found.Definitions.push_back(std::move(New));
  }

  /// Behind "typedef": the last identifier is the name, as a rule. If it is
  /// not, the words of a function's type are names as well.
  void readTypedef() {
    Definition New;
    bool HasParentheses = false;
    for (; !isEnd(); advance()) {
      count();
      HasParentheses |= Next.is(tok::l_paren);
      if (Next.is(tok::raw_identifier))
        New.Body.push_back(hashOf(Next.getRawIdentifier()));
    }
    if (New.Body.size() < 2 || Next.isNot(tok::semi) || library() >= 0)
      return;
    if (HasParentheses)
      for (WordHash Name : New.Body)
        Found.Definitions.push_back({Name, New.Body});
    New.Name = New.Body.pop_back_val();
    Found.Definitions.push_back(std::move(New));
  }

  const Triggers &Known;
  const KnowledgeBase &Base;
  Lexer Raw;
  Token Next;
  FileWords Found;
  Scopes Open;
  std::vector<Scopes> Branches;
  DenseSet<WordHash> *All = nullptr;
  bool OnlyOwn = false;
};

} // namespace

WordHash hashOf(StringRef Word) {
  // The two largest numbers mean something else to a DenseSet.
  return size_t(hash_value(Word)) >> 1;
}

FileWords wordsOf(StringRef Text, const Triggers &Known,
                  const KnowledgeBase &Base) {
  return WordReader(Text, Known, Base).run();
}

DenseSet<WordHash> identifiersOf(StringRef Text, const Triggers &Known,
                                 const KnowledgeBase &Base, bool OnlyOwn) {
  DenseSet<WordHash> All;
  WordReader Reader(Text, Known, Base);
  Reader.collect(All, OnlyOwn);
  Reader.run();
  return All;
}

} // namespace corolint
