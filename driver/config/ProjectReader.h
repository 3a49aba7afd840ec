// Walks over the YAML of a .corolint.yaml. Nodes rather than yaml::IO: each
// mistake gets its place, what was read, and what is allowed.

#ifndef COROLINT_DRIVER_CONFIG_PROJECTREADER_H
#define COROLINT_DRIVER_CONFIG_PROJECTREADER_H

#include "ProjectFile.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

namespace corolint {

class ProjectReader {
public:
  explicit ProjectReader(llvm::MemoryBufferRef Text);

  /// Nothing after complaints.
  std::optional<ProjectFile> read();

private:
  using Node = llvm::yaml::Node;

  static void hear(const llvm::SMDiagnostic &Diag, void *Self);
  void complainAtNode(Node *At, const llvm::Twine &What);

  std::optional<std::string> text(Node *N, const llvm::Twine &Key);
  std::optional<std::string> word(Node *N, llvm::StringRef Key,
                                  llvm::ArrayRef<llvm::StringLiteral> Words);
  std::optional<unsigned> number(Node *N, llvm::StringRef Key);
  std::optional<std::string> path(Node *N, llvm::StringRef Key);
  void texts(Node *N, llvm::StringRef Key,
             llvm::function_ref<void(Node *, std::string)> See);
  void mapping(Node *N, const llvm::Twine &What,
               llvm::function_ref<void(Node *, std::string, Node *)> See);

  void readKey(Node *At, llvm::StringRef Key, Node *Value);
  void readChecks(Node *N);
  void readSeverities(Node *N);
  void readOptions(Node *N);
  void readOption(llvm::StringRef Check, Node *At, llvm::StringRef Name,
                  Node *Value);
  void readHeaderFilter(Node *N);

  llvm::MemoryBufferRef Text;
  llvm::SourceMgr Sources;
  llvm::yaml::Stream Yaml;
  ProjectFile File;
  bool IsGood = true;
  bool IsBroken = false; ///< it is no YAML
};

} // namespace corolint

#endif
