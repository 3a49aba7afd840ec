#include "model/UnitTests.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace corolint {

bool standsInMacro(SourceLocation Where, bool FunctionFact::*Aspect,
                   const ASTContext &Context, const Known &Facts) {
  const SourceManager &Sources = Context.getSourceManager();
  for (; Where.isMacroID(); Where = Sources.getImmediateMacroCallerLoc(Where))
    for (const FunctionFact *Fact : Facts.macro(Lexer::getImmediateMacroName(
             Where, Sources, Context.getLangOpts())))
      if (Fact->*Aspect)
        return true;
  return false;
}

/// True if \p F is a member of a fixture, or stands in one.
static bool isOfFixture(const FunctionDecl &F, Known &Facts) {
  for (const DeclContext *Around = F.getParent(); Around;
       Around = Around->getParent())
    if (const auto *Record = dyn_cast<CXXRecordDecl>(Around);
        Record && Record->hasDefinition() &&
        Facts.firstType(*Record,
                        [](const TypeFact &Fact) { return Fact.DefinesTests; }))
      return true;
  return false;
}

/// The function that \p F, a lambda or a member of a local class, stands in;
/// otherwise itself.
static const FunctionDecl &outermost(const FunctionDecl &F) {
  const FunctionDecl *Result = &F;
  for (const DeclContext *Around = F.getParent(); Around;
       Around = Around->getParent())
    if (const auto *Function = dyn_cast<FunctionDecl>(Around))
      Result = Function;
  return *Result;
}

UnitTests::UnitTests(ArrayRef<const FunctionDecl *> Functions,
                     const ASTContext &Context, Known &Facts)
    : Context(Context), Facts(Facts) {
  for (const FunctionDecl *F : Functions)
    if (standsInMacro(F->getLocation(), &FunctionFact::DefinesTests, Context,
                      Facts))
      Files.insert(fileOf(*F));
}

FileID UnitTests::fileOf(const Decl &D) const {
  const SourceManager &Sources = Context.getSourceManager();
  return Sources.getFileID(Sources.getExpansionLoc(D.getLocation()));
}

bool UnitTests::contains(const FunctionDecl &F) {
  const FunctionDecl &Outer = outermost(F);
  if (isOfFixture(F, Facts))
    return true;
  const FileID File = fileOf(Outer);
  if (!Files.contains(File))
    return false;
  return standsInMacro(Outer.getLocation(), &FunctionFact::DefinesTests,
                       Context, Facts) ||
         llvm::all_of(Outer.redecls(), [&](const FunctionDecl *Each) {
           return fileOf(*Each) == File;
         });
}

} // namespace corolint
