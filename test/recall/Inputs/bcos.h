// The lazy task of FISCO-BCOS.
#ifndef RECALL_BCOS_H
#define RECALL_BCOS_H

#include "lazy_base.h"

namespace bcos::task {
RECALL_LAZY_TASK(Task);
template <class T> void wait(Task<T> task);
} // namespace bcos::task

#endif
