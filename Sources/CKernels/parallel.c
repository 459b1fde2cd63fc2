#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#endif

#include "parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

// Where threads start. Left alone, Linux often starts a thread on the processor of the one that
// made it, most of all in a virtual machine, whose sleeping processors it takes for busy; the
// thread then waits there for milliseconds. So each is started on another processor, round the
// allowed ones, and released at once from that one: the scheduler is free to move it.
struct placement {
#if defined(__linux__)
  cpu_set_t allowed;
  int current;
#endif
  int usable;
};

struct run {
  size_t count;
  void (*job)(void *context, size_t index);
  void *context;
  atomic_size_t next;
  struct placement placement;
};

#if defined(__linux__)

static void find_processors(struct placement *p) {
  p->current = sched_getcpu();
  p->usable = p->current >= 0 && p->current < CPU_SETSIZE &&
              sched_getaffinity(0, sizeof p->allowed, &p->allowed) == 0 &&
              CPU_COUNT(&p->allowed) > 1;
}

static void choose_next_processor(struct placement *p, pthread_attr_t *attributes) {
  if (!p->usable) return;
  do {
    p->current = (p->current + 1) % CPU_SETSIZE;
  } while (!CPU_ISSET(p->current, &p->allowed));
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(p->current, &one);
  pthread_attr_setaffinity_np(attributes, sizeof one, &one);
}

static void release_processor(const struct placement *p) {
  if (p->usable) sched_setaffinity(0, sizeof p->allowed, &p->allowed);
}

#else

static void find_processors(struct placement *p) { p->usable = 0; }
static void choose_next_processor(struct placement *p, pthread_attr_t *attributes) {
  (void)p, (void)attributes;
}
static void release_processor(const struct placement *p) { (void)p; }

#endif

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
