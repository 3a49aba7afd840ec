#include "model/ContainerShape.h"
#include "support/AstWalk.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace corolint {

std::optional<ContainerShape> containerShape(QualType T) {
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record || !Record->hasDefinition() || Record->isLambda())
    return std::nullopt;
  auto Has = [&](StringRef Name) { return findMethod(*Record, Name); };
  if (hasArrow(*Record) &&
      (Has("reset") || (Has("get") && Record->hasNonTrivialDestructor() &&
                        !Record->getName().contains("weak"))))
    return ContainerShape::Box;
  if (Has("data") && (Has("push_back") || Has("append")))
    return ContainerShape::Contiguous;
  // Whatever else a hash table does, it is made anew when it grows.
  if (Has("bucket_count"))
    return ContainerShape::Hashed;
  // The nodes of a B-tree hold many elements, which move between them.
  if (Record->getName().starts_with("btree_"))
    return ContainerShape::Contiguous;
  // Others reuse the names and keep their elements otherwise: flat maps, trees.
  if (!isOfStandardLibrary(*Record))
    return std::nullopt;
  if (Has("extract") || Has("splice") || Has("splice_after"))
    return ContainerShape::Nodes;
  return Has("push_front") ? std::optional(ContainerShape::Pieces)
                           : std::nullopt;
}

std::optional<ContainerChange> containerChange(StringRef Name) {
  static constexpr llvm::StringLiteral Adding[] = {
      "push_back",        "emplace_back", "push_front",   "emplace_front",
      "insert",           "emplace",      "try_emplace",  "emplace_hint",
      "insert_or_assign", "insert_range", "insert_after", "emplace_after",
      "append",           "append_range", "reserve",      "rehash",
      "shrink_to_fit",    "merge"};
  static constexpr llvm::StringLiteral Removing[] = {
      "erase",  "pop_back", "pop_front", "remove",     "remove_if",
      "unique", "extract",  "erase_if",  "erase_after"};
  static constexpr llvm::StringLiteral Replacing[] = {
      "clear",  "assign", "assign_range", "swap",
      "resize", "reset",  "release",      "operator="};
  if (llvm::is_contained(Adding, Name))
    return ContainerChange::Adds;
  if (llvm::is_contained(Removing, Name))
    return ContainerChange::Removes;
  if (llvm::is_contained(Replacing, Name))
    return ContainerChange::Replaces;
  return std::nullopt;
}

bool makesStale(ContainerShape Shape, ContainerChange Change, LooksBy Looker) {
  if (Change != ContainerChange::Adds)
    return true;
  switch (Shape) {
  case ContainerShape::Contiguous:
    return Looker != LooksBy::Pointee;
  case ContainerShape::Pieces:
  case ContainerShape::Hashed:
    return Looker == LooksBy::Iterator;
  case ContainerShape::Nodes:
    return false;
  case ContainerShape::Box:
    return true; // emplace() destroys what was there
  }
  return false;
}

} // namespace corolint
