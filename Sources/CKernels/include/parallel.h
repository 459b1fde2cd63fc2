/// Independent jobs on plain threads.
#pragma once

#include <stddef.h>

/// Calls `job(context, index)` once for each index below `count`, ascending in the order of start,
/// on up to `threads` threads, the caller's among them, and returns when all have ended.
/// Where the system grants fewer threads, fewer do the work.
void parallel_run(size_t count, size_t threads, void (*job)(void *context, size_t index),
                  void *context);
