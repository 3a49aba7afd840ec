/* For programs that may run with libcorolint-watch.so. In C, too. */

#ifndef COROLINT_WATCH_H
#define COROLINT_WATCH_H

#include <dlfcn.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The calling thread is an event loop: the function that calls this is the
   loop, and what it calls from now on must not block. Does nothing if the
   library is not there, so that the program neither needs nor links it. (It is
   looked for by its name: a weak symbol would be missing for ever in a program
   that is linked to a fixed address.) */
static inline void corolint_watch_this_thread(void) {
  void *const found = dlsym((void *)0, "corolint_watch_thread");
  if (found)
    ((void (*)(void))found)();
}

#ifdef __cplusplus
}
#endif

#endif
