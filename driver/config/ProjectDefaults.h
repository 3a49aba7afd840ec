// What the project file decides if the command line does not.

#ifndef COROLINT_DRIVER_CONFIG_PROJECTDEFAULTS_H
#define COROLINT_DRIVER_CONFIG_PROJECTDEFAULTS_H

#include "ProjectFile.h"

namespace corolint {

/// What the command line leaves open, as \p Project says it.
void fillIn(Options &Asked, const ProjectFile &Project);

} // namespace corolint

#endif
