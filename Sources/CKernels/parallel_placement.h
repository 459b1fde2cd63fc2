// Where threads are started. Define _GNU_SOURCE before any other header.
#pragma once

#include <pthread.h>
#include <sched.h>

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

#if defined(__linux__)

static inline void find_processors(struct placement *p) {
  p->current = sched_getcpu();
  p->usable = p->current >= 0 && p->current < CPU_SETSIZE &&
              sched_getaffinity(0, sizeof p->allowed, &p->allowed) == 0 &&
              CPU_COUNT(&p->allowed) > 1;
}

static inline void choose_next_processor(struct placement *p, pthread_attr_t *attributes) {
  if (!p->usable) return;
  do {
    p->current = (p->current + 1) % CPU_SETSIZE;
  } while (!CPU_ISSET(p->current, &p->allowed));
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(p->current, &one);
  pthread_attr_setaffinity_np(attributes, sizeof one, &one);
}

static inline void release_processor(const struct placement *p) {
  if (p->usable) sched_setaffinity(0, sizeof p->allowed, &p->allowed);
}

#else

static inline void find_processors(struct placement *p) { p->usable = 0; }
static inline void choose_next_processor(struct placement *p, pthread_attr_t *attributes) {
  (void)p, (void)attributes;
}
static inline void release_processor(const struct placement *p) { (void)p; }

#endif
