#include "Snippet.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/ErrorHandling.h"

using namespace clang;

namespace corolint::test {

std::unique_ptr<KnowledgeBase> knowledge(StringRef Yaml) {
  auto Base = std::make_unique<KnowledgeBase>();
  std::vector<std::string> Errors;
  Base->addText(Yaml, "test.yaml", Errors);
  for (const std::string &Error : Errors)
    ADD_FAILURE() << Error;
  return Base;
}

Snippet::Snippet(StringRef Code, StringRef Yaml) : Base(knowledge(Yaml)) {
  Unit = tooling::buildASTFromCodeWithArgs(
      Code,
      {"-std=c++20", "-Wno-everything", "-resource-dir", COROLINT_RESOURCE_DIR,
       "-I", COROLINT_UNIT_INPUTS},
      "snippet.cpp", "corolint");
  if (!Unit)
    llvm::report_fatal_error("the snippet cannot be parsed");
  if (Unit->getDiagnostics().hasErrorOccurred())
    ADD_FAILURE() << "the snippet does not compile:\n" << Code.str();
  Model = std::make_unique<AsyncModel>(context(), *Base);
}

namespace {

/// The first declaration outside of system headers that is wanted.
template <typename D> class Finder : public RecursiveASTVisitor<Finder<D>> {
public:
  explicit Finder(llvm::function_ref<bool(const D &)> Wanted)
      : Wanted(Wanted) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(Decl *Node) {
    if (Node && !isa<TranslationUnitDecl>(Node) && isInSystemHeader(*Node))
      return true;
    return RecursiveASTVisitor<Finder>::TraverseDecl(Node);
  }

  bool VisitDecl(Decl *Node) {
    if (const auto *Candidate = dyn_cast<D>(Node);
        Candidate && Wanted(*Candidate))
      Found = Candidate;
    return !Found;
  }

  const D *Found = nullptr;

private:
  llvm::function_ref<bool(const D &)> Wanted;
};

[[noreturn]] void missing(StringRef What, StringRef Name) {
  llvm::report_fatal_error("no " + What + " '" + Name + "' in the snippet");
}

} // namespace

template <typename Decl, typename Accept>
const Decl *Snippet::find(Accept Wanted) {
  Finder<Decl> Search(Wanted);
  Search.TraverseDecl(context().getTranslationUnitDecl());
  return Search.Found;
}

const FunctionDecl &Snippet::function(StringRef Name) {
  auto Called = [&](const FunctionDecl &F) {
    return !F.isTemplateInstantiation() && qualifiedName(F) == Name;
  };
  if (const auto *F = find<FunctionDecl>([&](const FunctionDecl &F) {
        return Called(F) && F.isThisDeclarationADefinition();
      }))
    return *F;
  if (const auto *F = find<FunctionDecl>(Called))
    return *F;
  missing("function", Name);
}

const FunctionDecl &Snippet::instance(StringRef Name) {
  if (const auto *F = find<FunctionDecl>([&](const FunctionDecl &F) {
        return F.isTemplateInstantiation() && F.hasBody() &&
               qualifiedName(F) == Name;
      }))
    return *F;
  missing("instantiation", Name);
}

const CXXRecordDecl &Snippet::record(StringRef Name) {
  if (const auto *R = find<CXXRecordDecl>([&](const CXXRecordDecl &R) {
        return !R.isInjectedClassName() && qualifiedName(R) == Name;
      }))
    return R->getDefinition() ? *R->getDefinition() : *R;
  missing("class", Name);
}

const VarDecl &Snippet::variable(StringRef Name) {
  if (const auto *V = find<VarDecl>(
          [&](const VarDecl &V) { return unqualifiedName(V) == Name; }))
    return *V;
  missing("variable", Name);
}

QualType Snippet::type(StringRef Name) {
  if (const auto *T = find<TypeDecl>(
          [&](const TypeDecl &T) { return qualifiedName(T) == Name; }))
    return context().getTypeDeclType(T);
  return variable(Name).getType();
}

const FunctionDecl &Snippet::lambda(StringRef Name) {
  const Expr *Init = variable(Name).getInit();
  const CXXRecordDecl *Closure = Init ? recordOf(Init->getType()) : nullptr;
  if (!Closure || !Closure->isLambda())
    missing("lambda", Name);
  return *Closure->getLambdaCallOperator();
}

std::vector<CallSite> Snippet::calls(StringRef Function, StringRef Callee) {
  std::vector<CallSite> Found;
  walkEvaluated(writtenBody(function(Function)), [&](const Stmt *S) {
    std::optional<CallSite> Site = asCall(*S);
    if (Site && unqualifiedName(*Site->Callee) == Callee)
      Found.push_back(*Site);
    return true;
  });
  return Found;
}

CallSite Snippet::call(StringRef Function, StringRef Callee) {
  std::vector<CallSite> Found = calls(Function, Callee);
  if (Found.empty())
    missing("call of", Callee);
  return Found.front();
}

std::string Snippet::from(SourceLocation Where) {
  if (Where.isInvalid())
    return "<nowhere>";
  const char *Start = sources().getCharacterData(Where);
  return StringRef(Start).take_until([](char C) { return C == '\n'; }).str();
}

std::string Snippet::text(const Expr &E) {
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(E.getSourceRange()), sources(),
             context().getLangOpts())
      .str();
}

} // namespace corolint::test
