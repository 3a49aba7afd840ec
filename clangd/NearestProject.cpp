#include "NearestProject.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <mutex>

using namespace llvm;

namespace corolint {

namespace {

struct ReadProject {
  std::string Text;
  std::shared_ptr<const ProjectFile> Says =
      std::make_shared<const ProjectFile>();
};

} // namespace

std::shared_ptr<const ProjectFile> nearestProject(StringRef File) {
  static std::mutex Lock;
  static StringMap<ReadProject> Known;
  std::lock_guard<std::mutex> Guard(Lock);
  std::string Path = projectFileFor(sys::path::parent_path(File));
  auto Text = MemoryBuffer::getFile(Path);
  if (Path.empty() || !Text)
    return std::make_shared<const ProjectFile>();
  auto [It, IsNew] = Known.try_emplace(Path);
  ReadProject &Project = It->second;
  if (!IsNew && (*Text)->getBuffer() == Project.Text)
    return Project.Says;
  Project.Text = (*Text)->getBuffer().str();
  if (auto Says = parseProjectFile({Project.Text, Path}))
    Project.Says = std::make_shared<const ProjectFile>(std::move(*Says));
  return Project.Says;
}

} // namespace corolint
