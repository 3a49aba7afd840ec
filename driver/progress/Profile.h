// What took how long, as a trace that chrome://tracing and Perfetto show.

#ifndef COROLINT_DRIVER_PROGRESS_PROFILE_H
#define COROLINT_DRIVER_PROGRESS_PROFILE_H

#include "Engine.h"
#include "llvm/Support/JSON.h"

namespace corolint {

/// Stands between those who work on units and those who want the results.
class Profile : public EngineListener {
public:
  using Time = std::chrono::steady_clock::time_point;

  /// Times count from \p Start. Tells \p Next of each unit.
  Profile(Time Start, EngineListener &Next) : Start(Start), Next(Next) {}

  void started(const Unit &U) override { Next.started(U); }
  void ended(const Unit &U, UnitResult Result, const UnitRun &Run) override;
  void waiting() override { Next.waiting(); }

  /// The document, with all units up to now.
  llvm::json::Value document() const;

private:
  int64_t since(Time Then) const;
  void addInstant(llvm::StringRef What, const Unit &U);
  void addUnit(const Unit &U, const UnitResult &Result, const UnitRun &Run);
  void addPhases(const UnitCosts &Costs, const UnitRun &Run);

  Time Start;
  EngineListener &Next;
  llvm::json::Array Events;
  unsigned Slots = 0; ///< how many there are
};

} // namespace corolint

#endif
