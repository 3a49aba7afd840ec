// What a parameter means to coroutine-aware tools; nothing to other compilers.

#ifndef CORO_ANNOTATIONS_H
#define CORO_ANNOTATIONS_H

#ifdef __clang__
#define CORO_SPAWNS [[clang::annotate("corolint::spawns")]]
#else
#define CORO_SPAWNS
#endif

#endif
