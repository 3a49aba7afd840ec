#include "model/ForeignCode.h"
#include "model/Names.h"
#include "clang/AST/Decl.h"

using namespace clang;

namespace corolint {

bool ForeignCode::isInSystemHeader(SourceLocation Where) {
  FileID File = Sources.getFileID(Where);
  auto [Slot, IsNew] = IsSystem.try_emplace(File);
  if (IsNew)
    Slot->second = Sources.isInSystemHeader(Sources.getLocForStartOfFile(File));
  return Slot->second;
}

bool ForeignCode::isOfKnownLibrary(const Decl &D) {
  const auto *Space = dyn_cast<NamespaceDecl>(&D);
  if (!Space)
    Space = dyn_cast<NamespaceDecl>(
        D.getDeclContext()->getEnclosingNamespaceContext());
  if (!Space)
    return false;
  auto [Slot, IsNew] = IsLibrary.try_emplace(Space->getPrimaryContext());
  if (IsNew)
    Slot->second = Base.libraryOf(qualifiedName(*Space)) != nullptr;
  return Slot->second;
}

bool ForeignCode::contains(const Decl &D) {
  SourceLocation Where = Sources.getExpansionLoc(D.getLocation());
  if (Where.isInvalid())
    return false;
  return isInSystemHeader(Where) ||
         (!Sources.isInMainFile(Where) && isOfKnownLibrary(D));
}

} // namespace corolint
