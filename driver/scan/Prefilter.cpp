#include "Prefilter.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

const Prefilter::Memory &Prefilter::remember(StringRef Path) {
  {
    std::lock_guard<std::mutex> Guard(Lock);
    if (auto It = Remembered.find(Path); It != Remembered.end())
      return *It->second;
  }
  // Read without the lock: two may read the same, none waits for a reader.
  auto New = std::make_unique<Memory>();
  if (ErrorOr<StringRef> Text = Sources.text(Path)) {
    New->IsReadable = true;
    New->Words = wordsOf(*Text, Known, Base);
    New->Library = libraryOfPath(Path);
  }
  std::lock_guard<std::mutex> Guard(Lock);
  return *Remembered.try_emplace(Path, std::move(New)).first->second;
}

const DenseSet<WordHash> &Prefilter::identifiersOf(const Source &From) {
  const bool OnlyOwn = !From.Library.empty();
  {
    std::lock_guard<std::mutex> Guard(Lock);
    if (auto It = Identifiers.find(From.Path); It != Identifiers.end())
      return *It->second;
  }
  auto New = std::make_unique<DenseSet<WordHash>>();
  if (ErrorOr<StringRef> Text = Sources.text(From.Path))
    *New = corolint::identifiersOf(*Text, Known, Base, OnlyOwn);
  std::lock_guard<std::mutex> Guard(Lock);
  return *Identifiers.try_emplace(From.Path, std::move(New)).first->second;
}

/// The library with a namespace that is a folder, or folders, of \p Path. What
/// belongs to the compiler's C++ library lies below a folder "c++".
std::string Prefilter::libraryOfPath(StringRef Path) const {
  std::string Found;
  size_t Longest = 0;
  Base.forEachLibrary([&](StringRef Space, const KnowledgeBase::Library &Of) {
    std::string Folder = Space == "std" ? "/c++/" : "/";
    if (Space != "std") {
      SmallVector<StringRef, 4> Parts;
      Space.split(Parts, "::");
      for (StringRef Part : Parts)
        Folder += Part.str() + "/";
    }
    if (Folder.size() > Longest && Path.contains(Folder)) {
      Longest = Folder.size();
      Found = Of.Name;
    }
  });
  return Found;
}

/// What the checks look at in \p From. A header that only happens to open a
/// library's namespace is looked at wholly.
WordSet Prefilter::ownWords(const Source &From) const {
  WordSet All = From.Words->Own;
  if (From.Library.empty())
    for (const auto &[Library, Inside] : From.Words->OfLibraries)
      All |= Inside;
  return All;
}

static std::string shownWord(const Triggers &Known, const WordSet &Found,
                             StringRef Path) {
  StringRef Word = Known.text(Found.find_first());
  return ("'" + Word + (Word.ends_with("_") ? "*" : "") + "' in '" +
          shownPath(Path) + "'")
      .str();
}

/// False, with the reason in \p Why, if the files alone decide.
bool Prefilter::collect(const UnitDependencies &Unit, std::vector<Source> &Into,
                        std::string &Why) {
  auto Add = [&](StringRef Path, bool IsSystem, bool IsMain) {
    const Memory &File = remember(Path);
    if (!File.IsReadable) {
      Why = "'" + shownPath(Path) + "' cannot be read";
      return false;
    }
    const FileWords &Found = File.Words;
    // Of a main file every function is looked at.
    Into.push_back({Path.str(), IsSystem, &Found,
                    IsMain ? StringRef() : StringRef(File.Library)});
    if (Found.IsAnnotated)
      Why = "annotations in '" + shownPath(Path) + "'";
    else if (Found.Imports && !IsSystem)
      Why = "a module is imported in '" + shownPath(Path) + "'";
    else if (Found.IsObscure && !IsSystem)
      Why = "an identifier on two lines in '" + shownPath(Path) + "'";
    return Why.empty();
  };
  if (!Add(Unit.MainFile, false, true))
    return false;
  return all_of(Unit.Files, [&](const IncludedFile &Each) {
    return Add(Each.Path, Each.IsSystem, false);
  });
}

/// Which library gives awaitables that no word of the unit tells. If none, the
/// words that tell are added to \p Asked.
std::string Prefilter::whyOfLibraries(ArrayRef<Source> All, const WordSet &Seen,
                                      WordSet &Asked) const {
  WordSet Giving = Known.ofShapes();
  Giving |= Known.ofTypes(Seen);
  for (const Source &Each : All) {
    // Whole headers of the standard library count as such: their namespace may
    // be opened by a macro.
    auto Gives = [&](StringRef Library, const WordSet &Inside) {
      if (!Inside.anyCommon(Giving))
        return false;
      auto Told = Known.libraries().find(Library);
      if (Told == Known.libraries().end() || Told->second.Need.none() ||
          Told->second.FreeWith.anyCommon(Seen))
        return true;
      Asked |= Told->second.Need;
      return false;
    };
    if (!Each.IsSystem && Each.Library.empty())
      continue; // looked at anyway
    if (Gives(Each.Library, Each.Words->Own))
      return "'" + shownPath(Each.Path) + "' has awaitables";
    for (const auto &[Library, Inside] : Each.Words->OfLibraries)
      if (Gives(Library, Inside))
        return "'" + shownPath(Each.Path) + "' has awaitables of " + Library;
  }
  return "";
}

/// Whether what the unit is written with stands for one of \p Asked: macros
/// and other names for types, through others or by themselves.
std::string Prefilter::whyOfDefinitions(ArrayRef<Source> All,
                                        ArrayRef<Definition> OfCommand,
                                        const WordSet &Asked) {
  DenseSet<WordHash> Wanted;
  for (unsigned Word : Asked.set_bits())
    Wanted.insert(hashOf(Known.text(Word)));
  DenseSet<WordHash> Reached;
  for (const Source &From : All)
    if (!From.IsSystem)
      for (WordHash Word : identifiersOf(From))
        Reached.insert(Word);

  DenseSet<const Definition *> Followed;
  auto Follow = [&](const Definition &Each) {
    if (!Reached.count(Each.Name) || !Followed.insert(&Each).second)
      return false;
    for (WordHash Word : Each.Body)
      Reached.insert(Word);
    return true;
  };
  for (bool Grows = true; Grows;) {
    Grows = false;
    for (const Definition &Each : OfCommand)
      Grows |= Follow(Each);
    for (const Source &From : All)
      for (const Definition &Each : From.Words->Definitions)
        // Other names that a library has for its types are the business of
        // what is known of it.
        if (Each.IsMacro || From.Library.empty())
          Grows |= Follow(Each);
  }
  for (WordHash Word : Wanted)
    if (Reached.count(Word))
      return "a macro or the name of a type that stands for more";
  return "";
}

Verdict Prefilter::judge(const UnitDependencies &Unit) {
  if (Unit.IsOlderThanCoroutines)
    return {false, "older than C++20"};
  std::vector<Source> All;
  std::string Why;
  if (!collect(Unit, All, Why))
    return {true, Why};

  WordSet Seen = Known.none();
  std::vector<Definition> OfCommand;
  for (const std::string &Macro : Unit.Macros) {
    std::string Line = "#define " + Macro;
    std::replace(Line.begin(), Line.end(), '=', ' ');
    FileWords InMacro = wordsOf(Line, Known, Base);
    Seen |= InMacro.Own;
    append_range(OfCommand, InMacro.Definitions);
  }
  for (const Source &Each : All) {
    Seen |= Each.Words->Own;
    for (const auto &[Library, Inside] : Each.Words->OfLibraries)
      Seen |= Inside;
  }

  WordSet Asked = Known.ofLanguage();
  Asked |= Known.ofFacts(Seen);
  if (Known.anyUnnamed(Seen))
    return {true, "a library whose functions have no name of their own"};
  if (Why = whyOfLibraries(All, Seen, Asked); !Why.empty())
    return {true, Why};
  for (const Source &Each : All) {
    if (Each.IsSystem)
      continue;
    WordSet Found = ownWords(Each);
    Found &= Asked;
    if (Found.any())
      return {true, shownWord(Known, Found, Each.Path)};
  }
  if (Why = whyOfDefinitions(All, OfCommand, Asked); !Why.empty())
    return {true, Why};
  return {false, "nothing of coroutines, tasks or spawned work"};
}

} // namespace corolint
