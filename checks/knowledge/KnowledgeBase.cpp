#include "knowledge/KnowledgeBase.h"
#include "knowledge/BundledFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace corolint {

template <typename Fact>
void KnowledgeBase::Table<Fact>::add(StringRef Name, const Fact *What,
                                     unsigned Order) {
  Row New{Order, What};
  if (!Name.contains('*')) {
    Exact[Name].push_back(New);
    return;
  }
  // Besides '*', only the bracket of operator[] is special in a name.
  std::string &Pattern = Patterns.emplace_back();
  for (char C : Name)
    Pattern += C == '[' ? StringRef("[[]") : StringRef(&C, 1);
  if (Expected<GlobPattern> Glob = GlobPattern::create(Pattern))
    Globs.push_back({std::move(*Glob), New});
  else
    consumeError(Glob.takeError()); // a star alone is always right
}

template <typename Fact>
SmallVector<const Fact *, 2>
KnowledgeBase::Table<Fact>::find(StringRef Name) const {
  SmallVector<Row, 2> Found;
  if (auto It = Exact.find(Name); It != Exact.end())
    append_range(Found, It->second);
  for (const auto &[Glob, Row] : Globs)
    if (Glob.match(Name))
      Found.push_back(Row);
  stable_sort(Found,
              [](const Row &A, const Row &B) { return A.Order < B.Order; });
  SmallVector<const Fact *, 2> Facts;
  for (const Row &R : Found)
    Facts.push_back(R.What);
  return Facts;
}

template <typename Fact>
void KnowledgeBase::Table<Fact>::forEach(
    function_ref<void(StringRef, const Fact &)> See) const {
  for (const auto &Entry : Exact)
    for (const Row &R : Entry.second)
      See(Entry.first(), *R.What);
  assert(Patterns.size() == Globs.size());
  for (size_t I = 0; I != Globs.size(); ++I)
    See(Patterns[I], *Globs[I].second.What);
}

bool KnowledgeBase::addText(StringRef Text, StringRef FileName,
                            std::vector<std::string> &Errors) {
  KnowledgeFile File;
  if (!parseKnowledge(Text, FileName, File, Errors))
    return false;
  Files.push_back(std::move(File));
  KnowledgeFile &Kept = Files.back();

  auto ForEachName = [&](ArrayRef<std::string> Names, auto Do) {
    for (const std::string &Name : Names) {
      Do(Name);
      for (const NamespaceAlias &Alias : Kept.Aliases)
        if (StringRef Rest = Name; Rest.consume_front(Alias.Name) &&
                                   (Rest.empty() || Rest.starts_with("::")))
          Do(Alias.As + Rest.str());
    }
  };
  unsigned Order = Additions++;
  for (FunctionEntry &Entry : Kept.Functions) {
    Entry.Fact.LanguageC = Kept.LanguageC;
    ForEachName(Entry.Names, [&](StringRef Name) {
      Functions.add(Name, &Entry.Fact, Order);
    });
  }
  for (TypeEntry &Entry : Kept.Types)
    ForEachName(Entry.Names,
                [&](StringRef Name) { Types.add(Name, &Entry.Fact, Order); });
  ForEachName(Kept.Namespaces, [&](StringRef Name) {
    Libraries.try_emplace(
        Name, Library{Kept.Library, Kept.AsyncMutex, Kept.AsyncMetadata,
                      Kept.WhenAll, Kept.Cancellations, Kept.OneThread,
                      Kept.AwaitablesNeed, Kept.AwaitablesFreeWith});
  });
  return true;
}

bool KnowledgeBase::addFile(StringRef Path, std::vector<std::string> &Errors) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer) {
    Errors.push_back((Path + ":1:1: error: cannot read the knowledge file: " +
                      Buffer.getError().message())
                         .str());
    return false;
  }
  return addText((*Buffer)->getBuffer(), Path, Errors);
}

void KnowledgeBase::addBundled() {
  std::vector<std::string> Errors;
  for (const BundledFile &File : bundledFiles())
    if (!addText(File.Text, File.Name, Errors))
      report_fatal_error(Twine("bundled knowledge: ") + Errors.front());
}

KnowledgeBase::FunctionFacts KnowledgeBase::function(StringRef Name) const {
  return Functions.find(Name);
}

KnowledgeBase::TypeFacts KnowledgeBase::type(StringRef Name) const {
  return Types.find(Name);
}

void KnowledgeBase::forEachFunction(
    function_ref<void(StringRef, const FunctionFact &)> See) const {
  Functions.forEach(See);
}

void KnowledgeBase::forEachType(
    function_ref<void(StringRef, const TypeFact &)> See) const {
  Types.forEach(See);
}

void KnowledgeBase::forEachLibrary(
    function_ref<void(StringRef, const Library &)> See) const {
  for (const auto &Entry : Libraries)
    See(Entry.first(), Entry.second);
}

const KnowledgeBase::Library *
KnowledgeBase::libraryOf(StringRef QualifiedName) const {
  for (StringRef Scope = QualifiedName; !Scope.empty();
       Scope = Scope.rsplit("::").first) {
    if (auto It = Libraries.find(Scope); It != Libraries.end())
      return &It->second;
    if (!Scope.contains("::"))
      break;
  }
  return nullptr;
}

} // namespace corolint
