#include "tidy/SharedSession.h"
#include "tidy/GlobalOptions.h"
#include "tidy/Knowledge.h"
#include <map>
#include <mutex>

using namespace clang;
using namespace clang::tidy;

namespace corolint {

/// Also tells --verify-config that the option exists.
static llvm::StringRef globalOption(const ClangTidyContext &Context,
                                    llvm::StringRef Key) {
  if (llvm::StringSet<> *Known = Context.getOptionsCollector())
    Known->insert(Key);
  const auto &All = Context.getOptions().CheckOptions;
  auto It = All.find(Key);
  return It == All.end() ? llvm::StringRef()
                         : llvm::StringRef(It->second.Value);
}

std::shared_ptr<SharedSession> SharedSession::of(ClangTidyContext &Context) {
  // clangd makes the checks of several files at once, each with a context of
  // its own.
  static std::mutex Lock;
  static std::map<ClangTidyContext *, std::weak_ptr<SharedSession>> Living;
  {
    std::lock_guard<std::mutex> Guard(Lock);
    if (auto It = Living.find(&Context); It != Living.end())
      if (std::shared_ptr<SharedSession> Shared = It->second.lock())
        return Shared;
  }
  // One context belongs to one thread: nobody else makes the same meanwhile.
  auto Shared = std::make_shared<SharedSession>(Context);
  std::lock_guard<std::mutex> Guard(Lock);
  for (auto It = Living.begin(); It != Living.end();)
    It = It->second.expired() ? Living.erase(It) : std::next(It);
  Living[&Context] = Shared;
  return Shared;
}

SharedSession::SharedSession(ClangTidyContext &Context)
    : KnowledgeFiles(globalOption(Context, KnowledgeOption)),
      Why(globalOption(Context, WhyOption) == "true") {
  std::vector<std::string> Errors;
  Knowledge = loadKnowledge(KnowledgeFiles, Context.getCurrentFile(), Errors);
  for (const std::string &Error : Errors)
    Context.configurationDiag("%0") << Error;
}

void SharedSession::storeOptions(ClangTidyOptions::OptionMap &Into) const {
  using Value = ClangTidyOptions::ClangTidyValue;
  Into[KnowledgeOption] = Value(KnowledgeFiles);
  Into[WhyOption] = Value(Why ? "true" : "false");
}

Session &SharedSession::session(ASTContext &Ast) {
  if (Current != &Ast) {
    Made = std::make_unique<Session>(Ast, *Knowledge);
    Current = &Ast;
  }
  return *Made;
}

} // namespace corolint
