// Declares what the test file beside it defines and tests.
#ifndef INPUTS_TESTED_H
#define INPUTS_TESTED_H

#include "lazy.h"

lib::task<void> poll();

class connection {
public:
  lib::task<void> close();
};

#endif
