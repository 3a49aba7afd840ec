#include "RemoteStore.h"
#include "Complain.h"
#include "HttpStore.h"

using namespace llvm;

namespace corolint {

std::unique_ptr<RemoteStore> RemoteStore::open(StringRef Url, bool IsReadOnly) {
  if (!Url.starts_with("http://") && !Url.starts_with("https://")) {
    complain("--remote-cache: '" + Url +
             "' is no URL that begins with http:// or https://");
    return nullptr;
  }
#if COROLINT_HAS_CURL
  return openHttp(Url, IsReadOnly);
#else
  complain("--remote-cache: this corolint was built without libcurl");
  return nullptr;
#endif
}

} // namespace corolint
