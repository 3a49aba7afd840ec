#include "model/SharingRank.h"
#include "model/LockType.h"
#include "model/Names.h"
#include "model/PlainCount.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {
namespace {

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
    if (T->isReferenceType() || !Record)
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

  std::string spoken(QualType T) const { return corolint::spoken(T, Context); }

  static QualType countedType(const FieldDecl &Counter) {
    QualType T = Counter.getType();
    return (T->isPointerType() ? T->getPointeeType() : T).getCanonicalType();
  }

  /// Where the parts of \p Record are: its definition, or that of its template
  /// if nothing made the compiler instantiate it. Null if there is none.
  static const CXXRecordDecl *bodyOf(const CXXRecordDecl &Record) {
    if (const CXXRecordDecl *Definition = Record.getDefinition())
      return Definition;
    const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
    return Instance ? Instance->getSpecializedTemplate()
                          ->getTemplatedDecl()
                          ->getDefinition()
                    : nullptr;
  }

  /// A fact about the class itself; of its bases only what makes it worse: a
  /// class derived from std::string is more than a string. \p Body may be null.
  const TypeFact *factOf(const CXXRecordDecl &Record,
                         const CXXRecordDecl *Body) {
    auto Tells = [](const TypeFact &F) {
      return F.Share.has_value() || F.ShareOfArguments;
    };
    for (const TypeFact *Fact : Facts.ownType(Record))
      if (Tells(*Fact))
        return Fact;
    if (!Body)
      return nullptr;
    return Facts.firstType(*Body, [](const TypeFact &F) {
      return F.Share && *F.Share < Sharing::Unshared;
    });
  }

  SharingRank ofRecord(const CXXRecordDecl &Record, QualType T) {
    const CXXRecordDecl *Body = bodyOf(Record);
    const TypeFact *Fact = factOf(Record, Body);
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
    if (!Body || isInSystemHeader(*Body))
      return {};
    if (const FieldDecl *Counter = findPlainCount(*Body, Facts, Context)) {
      SharingRank Answer = known(Sharing::Unsafe);
      Answer.Because = "counts its copies in a plain '" +
                       spoken(countedType(*Counter)) + "'";
      Answer.Path.push_back({"'" + Counter->getNameAsString() +
                                 "' is the counter; two threads may change it "
                                 "at once",
                             Counter->getLocation()});
      Answer.Decider = spoken(T);
      Answer.Evidence =
          "not thread-safe: plain counter at " +
          shortPlace(Counter->getLocation(), Context.getSourceManager());
      return Answer;
    }
    return ofParts(*Body, T);
  }

  /// Keeps the worse of \p Worst and \p Part, which was reached by \p By.
  static void take(SharingRank &Worst, SharingRank Part, SharingRank::Step By) {
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
        take(Worst, of(Variable->getType().getNonReferenceType()),
             {"captured as '" + Variable->getNameAsString() + "'",
              Capture.getLocation()});
      }
    return Worst;
  }

  SharingRank ofParts(const CXXRecordDecl &Record, QualType T) {
    SharingRank Worst;
    // A class with a mutex of its own is taken to know what it does.
    for (const FieldDecl *Field : Record.fields())
      if (const CXXRecordDecl *Part = recordOf(Field->getType()))
        if (classifyMutex(*Part, Facts, Context).Owner == LockOwner::Thread)
          return Worst;
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
