// A log whose worst case is slow.
#ifndef INPUTS_LOGGING_MACRO_H
#define INPUTS_LOGGING_MACRO_H

#include <unistd.h>

inline void write_log(int level, const char *text) {
  if (level > 3)
    sleep(1);
}
#define LOG(level, text) write_log(level, text)
#define SLEEP_HERE(seconds) sleep(seconds)
#define EVALUATE(expression) (expression)

#endif
