#include "model/Known.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "support/LlvmCompat.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace corolint {

/// What annotations on \p D may also stand on: the pattern it was made from.
static const Decl *patternOf(const Decl &D) {
  if (const auto *Function = dyn_cast<FunctionDecl>(&D))
    return Function->getTemplateInstantiationPattern();
  if (const auto *Record = dyn_cast<CXXRecordDecl>(&D))
    return Record->getTemplateInstantiationPattern();
  return nullptr;
}

static std::optional<std::string> ownAnnotation(const Decl &D, StringRef Name) {
  for (const auto *Attr : D.specific_attrs<AnnotateAttr>()) {
    StringRef Text = Attr->getAnnotation();
    if (!Text.consume_front("corolint::") || Text != Name)
      continue;
    if (Attr->args_size() > 0)
      if (const auto *Literal = dyn_cast<clang::StringLiteral>(
              (*Attr->args_begin())->IgnoreParenImpCasts()))
        return Literal->getString().str();
    return "";
  }
  return std::nullopt;
}

std::optional<std::string> Known::annotation(const Decl &D, StringRef Name) {
  if (auto Text = ownAnnotation(*D.getMostRecentDecl(), Name))
    return Text;
  if (auto Text = ownAnnotation(D, Name))
    return Text;
  const Decl *Pattern = patternOf(D);
  return Pattern ? ownAnnotation(*Pattern, Name) : std::nullopt;
}

Origin Known::originOf(const Decl &D) const {
  const SourceManager &Sources = Context.getSourceManager();
  PresumedLoc Place =
      Sources.getPresumedLoc(Sources.getExpansionLoc(D.getLocation()));
  if (Place.isInvalid())
    return {"annotation", 0};
  return {llvm::sys::path::filename(Place.getFilename()).str(),
          Place.getLine()};
}

void Known::addAnnotations(const FunctionDecl &F, FunctionFacts &Into) {
  FunctionFact Fact;
  bool Any = false;
  if (auto Why = annotation(F, "blocking")) {
    Fact.Blocks = BlockKind::Wait;
    Fact.Because = *Why;
    Any = true;
  }
  if (annotation(F, "joins")) {
    Fact.Blocks = BlockKind::Wait;
    Fact.Joins = true;
    Any = true;
  }
  switch (compat::declaredEffect(F)) {
  case compat::DeclaredEffect::Blocking:
    Fact.Blocks = BlockKind::Wait;
    Any = true;
    break;
  case compat::DeclaredEffect::NonBlocking:
    Fact.NonBlocking = Any = true;
    break;
  case compat::DeclaredEffect::None:
    break;
  }
  if (annotation(F, "nonblocking"))
    Fact.NonBlocking = Any = true;
  if (annotation(F, "detaches"))
    Fact.Detaches = Any = true;
  if (annotation(F, "drops_failures"))
    Fact.DropsFailures = Any = true;
  if (annotation(F, "never_suspends"))
    Fact.NeverSuspends = Any = true;

  // Parameters of a pattern and of its instantiations correspond.
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  for (unsigned I = 0; I != F.getNumParams(); ++I) {
    auto OnParameter = [&](StringRef Name) {
      if (const auto *Method = dyn_cast<CXXMethodDecl>(&F))
        for (const CXXMethodDecl *Base : Method->overridden_methods())
          if (annotation(*Base->getParamDecl(I), Name))
            return true;
      return annotation(*F.getParamDecl(I), Name).has_value() ||
             (Pattern && I < Pattern->getNumParams() &&
              annotation(*Pattern->getParamDecl(I), Name).has_value());
    };
    SpawnFact Spawn;
    Spawn.Argument = I + 1;
    if (OnParameter("spawns")) {
      Spawn.Where = RunsOn::OtherThread;
      Fact.Spawns.push_back(Spawn);
    } else if (OnParameter("spawns_scoped")) {
      Spawn.Where = RunsOn::OtherThread;
      Spawn.Scoped = true;
      Fact.Spawns.push_back(Spawn);
    } else if (OnParameter("spawns_local")) {
      Spawn.Where = RunsOn::SameThread;
      Fact.Spawns.push_back(Spawn);
    }
    if (OnParameter("offloads"))
      Fact.Offloads.push_back(I + 1);
    if (OnParameter("consumes"))
      Fact.Consumes.push_back(I + 1);
  }
  Any |=
      !Fact.Spawns.empty() || !Fact.Offloads.empty() || !Fact.Consumes.empty();
  if (!Any)
    return;
  Fact.From = originOf(F);
  Into.push_back(&AnnotatedFunctions.emplace_back(std::move(Fact)));
}

void Known::addAnnotations(const CXXRecordDecl &R, TypeFacts &Into) {
  const CXXDestructorDecl *Destructor =
      R.hasDefinition() ? R.getDestructor() : nullptr;
  if (Destructor)
    if (auto Why = annotation(*Destructor, "blocking")) {
      TypeFact Blocks;
      Blocks.DestructorBlocks = BlockKind::Wait;
      Blocks.Because = *Why;
      Blocks.From = originOf(*Destructor);
      Into.push_back(&AnnotatedTypes.emplace_back(std::move(Blocks)));
    }
  TypeFact Fact;
  bool Any = false;
  auto On = [&](StringRef Name) {
    bool Found = annotation(R, Name).has_value();
    Any |= Found;
    return Found;
  };
  if (On("task"))
    Fact.TaskStart = Start::Lazy;
  if (On("must_await"))
    Fact.MustAwait = true;
  if (On("stops_if_dropped"))
    Fact.TaskDropped = IfDropped::Cancels;
  if (On("runs_on_if_dropped"))
    Fact.TaskDropped = IfDropped::RunsOn;
  Fact.MustAwait |= Fact.TaskDropped.has_value();
  if (On("never_suspends"))
    Fact.NeverSuspends = true;
  if (On("drops_failures"))
    Fact.DropsFailures = true;
  if (On("thread_guard"))
    Fact.Guard = LockOwner::Thread;
  if (On("task_guard"))
    Fact.Guard = LockOwner::Task;
  if (On("thread_bound"))
    Fact.Share = Sharing::ThreadBound;
  if (On("sendable"))
    Fact.Share = Sharing::Unshared;
  if (On("shared_unsync"))
    Fact.Share = Sharing::Unshared;
  if (On("not_sendable"))
    Fact.Share = Sharing::Unsafe;
  if (!Any)
    return;
  Fact.From = originOf(R);
  Into.push_back(&AnnotatedTypes.emplace_back(std::move(Fact)));
}

const Known::FunctionFacts &Known::function(const FunctionDecl &F,
                                            const CXXRecordDecl *Object) {
  const FunctionDecl *Key = F.getCanonicalDecl();
  if (Object)
    Object = Object->getCanonicalDecl();
  std::unique_ptr<FunctionFacts> &Slot = Functions[{Key, Object}];
  if (Slot)
    return *Slot;
  auto Facts = std::make_unique<FunctionFacts>();
  addAnnotations(F, *Facts);

  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  std::string Declared = qualifiedName(F);
  if (Method && Object && !isa<CXXConstructorDecl>(F)) {
    std::string Member = "::" + unqualifiedName(F);
    forSelfAndBases(*Object, [&](const CXXRecordDecl &R) {
      if (std::string Name = qualifiedName(R) + Member; Name != Declared)
        llvm::append_range(*Facts, Base.function(Name));
      return true;
    });
  }
  for (const FunctionFact *Fact : Base.function(Declared))
    if (!Fact->LanguageC || F.isExternC() || isInSystemHeader(F))
      Facts->push_back(Fact);
  Slot = std::move(Facts);
  return *Slot;
}

Known::TypeFacts Known::ownType(const CXXRecordDecl &Record) {
  TypeFacts Facts;
  addAnnotations(Record, Facts);
  llvm::append_range(Facts, Base.type(qualifiedName(Record)));
  return Facts;
}

const Known::TypeFacts &Known::type(const CXXRecordDecl &Record) {
  std::unique_ptr<TypeFacts> &Slot = Types[Record.getCanonicalDecl()];
  if (Slot)
    return *Slot;
  auto Facts = std::make_unique<TypeFacts>();
  forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    addAnnotations(R, *Facts);
    llvm::append_range(*Facts, Base.type(qualifiedName(R)));
    return true;
  });
  Slot = std::move(Facts);
  return *Slot;
}

const KnowledgeBase::Library *Known::libraryOf(const NamedDecl &D) {
  return Base.libraryOf(qualifiedName(D));
}

const FunctionDecl *Known::readableDefinition(const FunctionDecl &F) {
  const FunctionDecl *Definition = nullptr;
  if (!F.hasBody(Definition)) {
    const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
    if (!Pattern || !Pattern->hasBody(Definition))
      return nullptr;
  }
  return Foreign.contains(*Definition) ? nullptr : Definition;
}

bool Known::isOpaque(const NamedDecl &D) { return libraryOf(D) != nullptr; }

} // namespace corolint
