// The JSON schema of .corolint.yaml, for editors: from the same tables as its
// reader.

#ifndef COROLINT_DRIVER_CONFIG_PROJECTSCHEMA_H
#define COROLINT_DRIVER_CONFIG_PROJECTSCHEMA_H

#include "llvm/Support/raw_ostream.h"

namespace corolint {

/// Writes it, as docs/corolint.schema.json has it.
void writeProjectSchema(llvm::raw_ostream &Out);

} // namespace corolint

#endif
