#include "tidy/Knowledge.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <mutex>

using namespace llvm;

namespace corolint {

static std::string find(StringRef File, StringRef MainFile) {
  if (sys::path::is_absolute(File) || sys::fs::exists(File))
    return File.str();
  SmallString<128> Folder(MainFile);
  sys::fs::make_absolute(Folder);
  while (sys::path::has_parent_path(Folder)) {
    sys::path::remove_filename(Folder);
    SmallString<128> Candidate(Folder);
    sys::path::append(Candidate, File);
    if (sys::fs::exists(Candidate))
      return Candidate.str().str();
  }
  return File.str();
}

std::shared_ptr<const KnowledgeBase>
loadKnowledge(StringRef Files, StringRef MainFile,
              std::vector<std::string> &Errors) {
  std::string Key;
  SmallVector<StringRef, 2> Names;
  Files.split(Names, ';', -1, false);
  std::vector<std::string> Paths;
  for (StringRef Name : Names) {
    Paths.push_back(find(Name.trim(), MainFile));
    Key += Paths.back() + ';';
  }
  static std::mutex Lock;
  static StringMap<std::shared_ptr<const KnowledgeBase>> Loaded;
  {
    std::lock_guard<std::mutex> Guard(Lock);
    if (auto It = Loaded.find(Key); It != Loaded.end())
      return It->second;
  }
  // Read without the lock: two may read the same, none waits for a reader.
  auto Base = std::make_shared<KnowledgeBase>();
  for (const std::string &Path : Paths)
    Base->addFile(Path, Errors);
  Base->addBundled();
  // With mistakes it is read again, so that each user of it is told.
  if (!Errors.empty())
    return Base;
  std::lock_guard<std::mutex> Guard(Lock);
  return Loaded.try_emplace(Key, Base).first->second;
}

} // namespace corolint
