#include "VerifyConfig.h"
#include "Complain.h"
#include "Paths.h"
#include "TidyConfig.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

ExitCode verifyConfig(const Options &Asked, const ProjectFile &Project,
                      ArrayRef<std::string> Files) {
  IntrusiveRefCntPtr<vfs::FileSystem> FS(vfs::createPhysicalFileSystem());
  TidyConfig Config(Asked, Project, FS);
  bool IsGood = Config.checkNamedFiles();
  for (const std::string &File : Files) {
    const bool Exists = sys::fs::exists(File);
    // A database may list what is yet to be generated.
    if (!Exists && !Asked.Files.empty()) {
      complain("'" + shownPath(File) + "' does not exist");
      IsGood = false;
    }
    // clang-tidy has a message of its own for folders that are not there.
    if (Exists || sys::fs::exists(sys::path::parent_path(File)))
      IsGood &= Config.check(File);
  }
  if (!IsGood)
    return Misused;
  outs() << "configuration is good: " << counted(Files.size(), "file") << '\n';
  return Clean;
}

} // namespace corolint
