#include "model/SharingRank.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {
namespace {

/// Finds classes that count references to shared state in a plain integer: the
/// copy constructor increments through a pointer what the destructor decrements.
class PlainCount {
public:
  explicit PlainCount(const CXXRecordDecl &Record) : Record(Record) {}

  /// The counter, or null if there is no such thing to see.
  const FieldDecl *find() {
    const CXXConstructorDecl *Copy = nullptr;
    for (const CXXConstructorDecl *Constructor : Record.ctors())
      if (Constructor->isCopyConstructor() && Constructor->isUserProvided())
        Copy = Constructor;
    const CXXDestructorDecl *Destructor = Record.getDestructor();
    if (!Copy || !Destructor || !Destructor->isUserProvided())
      return nullptr;
    FieldSet Up, Down;
    collect(*Copy, true, Up, 0);
    collect(*Destructor, false, Down, 0);
    for (const FieldDecl *Field : Up)
      if (Down.contains(Field))
        return Field;
    return nullptr;
  }

private:
  using FieldSet = llvm::SmallPtrSet<const FieldDecl *, 2>;

  void collect(const FunctionDecl &F, bool Increments, FieldSet &Into,
               unsigned Depth) {
    constexpr unsigned DeepEnough = 3;
    const FunctionDecl *Definition =
        Depth < DeepEnough ? readableDefinition(F) : nullptr;
    if (!Definition)
      return;
    walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
      if (const auto *Step = dyn_cast<UnaryOperator>(S)) {
        if (Increments ? Step->isIncrementOp() : Step->isDecrementOp())
          addCounter(Step->getSubExpr(), Into);
      } else if (const auto *Step = dyn_cast<CompoundAssignOperator>(S)) {
        if (Step->getOpcode() == (Increments ? BO_AddAssign : BO_SubAssign))
          addCounter(Step->getLHS(), Into);
      } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
        if (const FunctionDecl *Callee = Call->getDirectCallee())
          collect(*Callee, Increments, Into, Depth + 1);
      }
      return true;
    });
  }

  /// Adds the field that \p E names if it is a plain integer outside of the
  /// object itself, that is, reached through a pointer.
  static void addCounter(const Expr *E, FieldSet &Into) {
    const auto *Member = dyn_cast<MemberExpr>(E->IgnoreParenImpCasts());
    const auto *Field =
        Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
    if (!Field || !Field->getType()->isIntegerType() ||
        Field->getType().isVolatileQualified())
      return;
    Into.insert(Field);
  }

  const CXXRecordDecl &Record;
};

class Classifier {
public:
  Classifier(Known &Facts, ASTContext &Context)
      : Facts(Facts), Context(Context) {}

  SharingRank of(QualType T) {
    T = T.getCanonicalType().getUnqualifiedType();
    if (const ArrayType *Array = Context.getAsArrayType(T))
      return of(Array->getElementType());
    if (T->isArithmeticType() || T->isEnumeralType() || T->isNullPtrType())
      return known(Sharing::Unshared);
    const CXXRecordDecl *Record = recordOf(T);
    if (T->isReferenceType() || !Record || !Record->hasDefinition())
      return {};
    if (!Visiting.insert(Record).second)
      return {};
    SharingRank Answer = ofRecord(*Record, T);
    Visiting.erase(Record);
    return Answer;
  }

private:
  static SharingRank known(Sharing Rank) {
    SharingRank Answer;
    Answer.Rank = Rank;
    return Answer;
  }

  std::string spoken(QualType T) const {
    PrintingPolicy Policy(Context.getLangOpts());
    Policy.SuppressTagKeyword = true;
    Policy.SuppressUnwrittenScope = true;
    return T.getAsString(Policy);
  }

  SharingRank ofRecord(const CXXRecordDecl &Record, QualType T) {
    const TypeFact *Fact = Facts.firstType(Record, [](const TypeFact &F) {
      return F.Share.has_value() || F.ShareOfArguments;
    });
    if (Fact && Fact->Share) {
      SharingRank Answer = known(*Fact->Share);
      Answer.Because = Fact->Because;
      Answer.Decider = spoken(T);
      Answer.Evidence = Fact->From.str();
      return Answer;
    }
    if (Fact)
      return ofArguments(Record, T);
    if (Record.isLambda())
      return ofCaptures(Record);
    if (isInSystemHeader(Record))
      return {};
    if (const FieldDecl *Counter = PlainCount(Record).find()) {
      SharingRank Answer = known(Sharing::Unsafe);
      Answer.Because = "counts its copies in '" + Counter->getNameAsString() +
                       "', a plain '" + spoken(Counter->getType()) +
                       "' that two threads may change at once";
      Answer.Decider = spoken(T);
      Answer.Evidence =
          "not thread-safe: plain counter at " +
          shortPlace(Counter->getLocation(), Context.getSourceManager());
      return Answer;
    }
    return ofParts(Record, T);
  }

  /// Keeps the worse of \p Worst and \p Part, which was reached by \p By.
  static void take(SharingRank &Worst, SharingRank Part,
                   SharingRank::Step By) {
    if (!Part.Rank || (Worst.Rank && *Worst.Rank <= *Part.Rank))
      return;
    if (!By.Text.empty())
      Part.Path.insert(Part.Path.begin(), std::move(By));
    Worst = std::move(Part);
  }

  SharingRank ofArguments(const CXXRecordDecl &Record, QualType T) {
    SharingRank Worst;
    const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
    if (!Instance)
      return Worst;
    auto Add = [&](const TemplateArgument &Argument) {
      if (Argument.getKind() == TemplateArgument::Type)
        take(Worst, of(Argument.getAsType()), {});
    };
    for (const TemplateArgument &A : Instance->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Pack)
        for (const TemplateArgument &Element : A.pack_elements())
          Add(Element);
      else
        Add(A);
    return Worst;
  }

  SharingRank ofCaptures(const CXXRecordDecl &Closure) {
    SharingRank Worst;
    for (const LambdaCapture &Capture : Closure.captures())
      if (Capture.capturesVariable() &&
          Capture.getCaptureKind() == LCK_ByCopy) {
        const ValueDecl *Variable = Capture.getCapturedVar();
        take(Worst, of(Variable->getType()),
             {"captured as '" + Variable->getNameAsString() + "'",
              Capture.getLocation()});
      }
    return Worst;
  }

  SharingRank ofParts(const CXXRecordDecl &Record, QualType T) {
    SharingRank Worst;
    for (const CXXBaseSpecifier &Base : Record.bases())
      take(Worst, of(Base.getType()),
           {"base class of '" + spoken(T) + "' is '" + spoken(Base.getType()) +
                "'",
            Base.getBeginLoc()});
    for (const FieldDecl *Field : Record.fields())
      take(Worst, of(Field->getType()),
           {"member '" + Field->getNameAsString() + "' of '" + spoken(T) +
                "' is a '" + spoken(Field->getType()) + "'",
            Field->getLocation()});
    return Worst;
  }

  Known &Facts;
  ASTContext &Context;
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Visiting;
};

} // namespace

SharingRank classifySharing(QualType T, Known &Facts, ASTContext &Context) {
  return Classifier(Facts, Context).of(T);
}

} // namespace corolint
