// Stands between Clang and the checks: tells Clang what need not be parsed, and
// takes the time.

#ifndef COROLINT_DRIVER_UNIT_UNITCONSUMER_H
#define COROLINT_DRIVER_UNIT_UNITCONSUMER_H

#include "SkippedBodies.h"
#include "UnitResult.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/MultiplexConsumer.h"

namespace corolint {

class UnitConsumer : public clang::MultiplexConsumer {
public:
  UnitConsumer(std::unique_ptr<clang::ASTConsumer> Checks,
               clang::CompilerInstance &Compiler, const KnowledgeBase &Base,
               UnitCosts &Costs);

  /// Asked only if Clang was told to skip bodies at all.
  bool shouldSkipFunctionBody(clang::Decl *D) override;

  void HandleTranslationUnit(clang::ASTContext &Context) override;

  SkippedBodies &bodies() { return Bodies; }

private:
  SkippedBodies Bodies;
  UnitCosts &Costs;
  uint64_t Start;
};

} // namespace corolint

#endif
