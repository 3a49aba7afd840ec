// What becomes of the findings of a run: baseline, reports, fixes, exit code.

#ifndef COROLINT_DRIVER_CONCLUSION_H
#define COROLINT_DRIVER_CONCLUSION_H

#include "BaselineOfRun.h"
#include "Course.h"
#include "Requests.h"
#include "llvm/Support/Chrono.h"

namespace corolint {

/// Does with what \p Run has found since \p Start what the user asked for.
ExitCode conclude(const Options &Asked,
                  llvm::ArrayRef<output::ReportRequest> Reports,
                  const BaselineOfRun &Baseline, Course &Run,
                  llvm::sys::TimePoint<> Start);

} // namespace corolint

#endif
