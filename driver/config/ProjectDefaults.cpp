#include "ProjectDefaults.h"

namespace corolint {

void fillIn(Options &Asked, const ProjectFile &Project) {
  if (!Asked.Jobs)
    Asked.Jobs = Project.Jobs;
  if (!Asked.TimeoutSeconds)
    Asked.TimeoutSeconds = Project.TimeoutSeconds.value_or(0);
  if (!Asked.MaxMemoryMB)
    Asked.MaxMemoryMB = Project.MaxMemoryMB.value_or(0);
  if (!Asked.Threshold && Project.Threshold)
    Asked.Threshold = failOn(*Project.Threshold);
  if (!Asked.Baseline && !Project.Baseline.empty())
    Asked.Baseline = Project.Baseline;
}

} // namespace corolint
