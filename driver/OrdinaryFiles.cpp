#include "OrdinaryFiles.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace corolint {

static bool isEndless(sys::fs::file_type Type) {
  return Type == sys::fs::file_type::fifo_file ||
         Type == sys::fs::file_type::socket_file ||
         Type == sys::fs::file_type::character_file;
}

bool mayNeverEnd(const Twine &Path) {
  sys::fs::file_status Status;
  return !sys::fs::status(Path, Status) && isEndless(Status.type()) &&
         !sys::fs::equivalent(Path, "/dev/null");
}

namespace {

class OrdinaryFiles : public vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    ErrorOr<vfs::Status> Found = status(Path);
    if (Found && isEndless(Found->getType()) &&
        !sys::fs::equivalent(Path, "/dev/null"))
      return make_error_code(errc::operation_not_permitted);
    return ProxyFileSystem::openFileForRead(Path);
  }
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
ordinaryFiles(IntrusiveRefCntPtr<vfs::FileSystem> Below) {
  return makeIntrusiveRefCnt<OrdinaryFiles>(std::move(Below));
}

} // namespace corolint
