#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#endif

#include "parallel.h"

#include "parallel_placement.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct run {
  size_t count;
  void (*job)(void *context, size_t index);
  void *context;
  atomic_size_t next;
  struct placement placement;
};

static void take_jobs(struct run *run) {
  for (;;) {
    size_t index = atomic_fetch_add_explicit(&run->next, 1, memory_order_relaxed);
    if (index >= run->count) return;
    run->job(run->context, index);
  }
}

static void *help(void *argument) {
  struct run *run = argument;
  release_processor(&run->placement);
  take_jobs(run);
  return NULL;
}

// Threads are started for each run: starting and joining one takes about 20 microseconds, and no
// state outlives the call.
void parallel_run(size_t count, size_t threads, void (*job)(void *context, size_t index),
                  void *context) {
  struct run run = {.count = count, .job = job, .context = context};
  atomic_init(&run.next, 0);
  size_t helpers = threads < count ? threads : count;
  helpers = helpers > 0 ? helpers - 1 : 0;

  pthread_attr_t attributes;
  pthread_t *started = helpers > 0 ? malloc(helpers * sizeof *started) : NULL;
  size_t running = 0;
  if (started && pthread_attr_init(&attributes) == 0) {
    // Elsewhere than on Linux a secondary thread may have half a megabyte of stack only.
    pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
    find_processors(&run.placement);
    struct placement next = run.placement;
    for (; running < helpers; running++) {
      choose_next_processor(&next, &attributes);
      if (pthread_create(&started[running], &attributes, help, &run) != 0) break;
    }
    pthread_attr_destroy(&attributes);
  }
  take_jobs(&run);
  for (size_t i = 0; i < running; i++) pthread_join(started[i], NULL);
  free(started);
}
