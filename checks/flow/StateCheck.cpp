#include "flow/StateCheck.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

bool isNothing(const Expr &Value) {
  const Expr *Node = stripped(&Value);
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(Node))
    return true;
  const CXXRecordDecl *Record = recordOf(Node->getType());
  return Record && Record->getIdentifier() && Record->getName() == "nullopt_t";
}

namespace {

using Finds = StateCheck::Finds;

class Reader {
public:
  explicit Reader(llvm::SmallVectorImpl<StateCheck> &Found) : Found(Found) {}

  void read(const Expr &E, bool Truth) {
    const Expr *Node = stripped(&E);
    if (const auto *Unary = dyn_cast<UnaryOperator>(Node);
        Unary && Unary->getOpcode() == UO_LNot)
      return read(*Unary->getSubExpr(), !Truth);
    if (const auto *Binary = dyn_cast<BinaryOperator>(Node))
      return readBinary(*Binary, Truth);
    if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(Node)) {
      const auto Form = Rewritten->getDecomposedForm();
      return compare(Form.Opcode, *Form.LHS, *Form.RHS, Truth);
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node)) {
      if (Operator->getNumArgs() == 2 && Operator->isComparisonOp())
        compare(BinaryOperator::getOverloadedOpcode(Operator->getOperator()),
                *Operator->getArg(0), *Operator->getArg(1), Truth);
      return;
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Node))
      return readCall(*Call, Truth);
    if (isa<MemberExpr, DeclRefExpr>(Node)) {
      if (Node->getType()->isBooleanType())
        add(Truth ? Finds::Set : Finds::Clear, *Node);
      else if (Node->getType()->isPointerType())
        add(Truth ? Finds::There : Finds::Empty, *Node);
    }
  }

private:
  void add(Finds What, const Expr &Place) {
    Found.push_back({What, stripped(&Place)});
  }

  void readBinary(const BinaryOperator &Binary, bool Truth) {
    if (Binary.isLogicalOp()) {
      // Only where the outcome decides both sides.
      if ((Binary.getOpcode() == BO_LAnd) == Truth) {
        read(*Binary.getLHS(), Truth);
        read(*Binary.getRHS(), Truth);
      }
    } else if (Binary.isComparisonOp()) {
      compare(Binary.getOpcode(), *Binary.getLHS(), *Binary.getRHS(), Truth);
    }
  }

  void compare(BinaryOperatorKind How, const Expr &Left, const Expr &Right,
               bool Truth) {
    if (BinaryOperator::isRelationalOp(How)) {
      for (const Expr *Side : {stripped(&Left), stripped(&Right)})
        if (isa<MemberExpr, DeclRefExpr>(Side) &&
            Side->getType()->isIntegerType())
          add(Finds::Limit, *Side);
      return;
    }
    if (!BinaryOperator::isEqualityOp(How))
      return;
    const bool Same = (How == BO_EQ) == Truth;
    if (!compareWith(Left, Right, Same))
      compareWith(Right, Left, Same);
  }

  /// \p Place is, or is not, equal to \p Value.
  bool compareWith(const Expr &Place, const Expr &Value, bool Same) {
    const Expr *Node = stripped(&Value);
    if (isNothing(*Node)) {
      add(Same ? Finds::Empty : Finds::There, Place);
      return true;
    }
    if (const auto *Bool = dyn_cast<CXXBoolLiteralExpr>(Node)) {
      read(Place, Bool->getValue() == Same);
      return true;
    }
    // it == m.end()
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Node);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getIdentifier() ||
        (Method->getName() != "end" && Method->getName() != "cend"))
      return false;
    if (Same)
      add(Finds::Empty, *Call->getImplicitObjectArgument());
    return true;
  }

  void readCall(const CXXMemberCallExpr &Call, bool Truth) {
    const CXXMethodDecl *Method = Call.getMethodDecl();
    const Expr *Object = Call.getImplicitObjectArgument();
    if (!Method || !Object)
      return;
    if (isa<CXXConversionDecl>(Method)) {
      add(Truth ? Finds::There : Finds::Empty, *Object);
      return;
    }
    if (!Method->getIdentifier())
      return;
    const StringRef Name = Method->getName();
    const bool SaysFull = Name == "has_value" || Name == "valid" ||
                          Name == "contains" || Name == "count" ||
                          Name == "is_open" || Name == "joinable";
    if ((Name == "empty" && Truth) || (SaysFull && !Truth))
      add(Finds::Empty, *Object);
  }

  llvm::SmallVectorImpl<StateCheck> &Found;
};

} // namespace

llvm::SmallVector<StateCheck, 2> checksIn(const Expr &Condition, bool Truth) {
  llvm::SmallVector<StateCheck, 2> Found;
  Reader(Found).read(Condition, Truth);
  return Found;
}

} // namespace corolint
