#include "CheckedRuntime.h"
#include "Bench.h"
#include "Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

namespace {

constexpr char Header[] = "/include/corolint/rt/runtime.hpp";
constexpr char LibraryName[] = "/libcorolint_runtime_checked.a";

/// Where a prefix has libraries: of Debian, of others, and of a build, which
/// has them at its top.
constexpr const char *LibraryFolders[] = {
    ("/lib/" COROLINT_LIBRARY_ARCHITECTURE), "/lib", "/lib64", ""};

struct RuntimePrefix {
  explicit RuntimePrefix(StringRef Folder) : Path(absolutePath(Folder)) {
    HasHeaders = sys::fs::exists(Path + Header);
    for (const char *Each : LibraryFolders)
      if (Library.empty() && sys::fs::exists(Path + Each + LibraryName))
        Library = Path + Each + LibraryName;
  }

  bool isWhole() const { return HasHeaders && !Library.empty(); }

  std::string Path;
  bool HasHeaders;
  std::string Library; ///< empty if there is none
};

/// \p What: which prefix it is, in the words of a complaint.
bool complainOf(const RuntimePrefix &Broken, const Twine &What,
                const Bench &On) {
  return On.fails(
      What + " has " +
      (!Broken.HasHeaders
           ? "no '" + StringRef(Header).drop_front() + "'"
           : "the headers of the runtime, but no '" +
                 StringRef(LibraryName).drop_front() +
                 "', which is only built where the compiler has libbacktrace"));
}

} // namespace

std::optional<CheckedRuntime> findRuntime(StringRef Named, const Bench &On) {
  if (!Named.empty()) {
    const RuntimePrefix Asked(Named);
    if (Asked.isWhole())
      return CheckedRuntime{Asked.Path + "/include", Asked.Library};
    complainOf(Asked, "'" + Named + "' of --runtime", On);
    return std::nullopt;
  }
  const std::string Program = sys::fs::getMainExecutable(nullptr, nullptr);
  const StringRef Top = sys::path::parent_path(sys::path::parent_path(Program));
  const RuntimePrefix Installed(Top);
  for (const RuntimePrefix &Each :
       {Installed, RuntimePrefix(Top.str() + "/runtime")})
    if (Each.isWhole())
      return CheckedRuntime{Each.Path + "/include", Each.Library};
  if (Installed.HasHeaders)
    complainOf(Installed, "'" + Top + "'", On);
  else
    On.fails("there is no runtime in '" + Top +
             "', where corolint is; install it there (Debian: "
             "libcorolint-runtime-dev), or name where it is with --runtime");
  return std::nullopt;
}

} // namespace corolint
