// A team of threads that stay between jobs, for work of a few microseconds at a time.
//
// A job is announced by a counter. Members look at it without sleeping for a while, then let others
// run, and at last sleep, so that a team that is left alone costs next to nothing.
#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "parallel.h"
#include "parallel_placement.h"

struct parallel_team {
  size_t size;
  void (*job)(void *context, size_t member);
  void *context;
  _Alignas(64) atomic_size_t round;    // of the job that is to be done
  _Alignas(64) atomic_size_t pending;  // members that are not done with it
  atomic_int ends;
  pthread_t *threads;
  size_t started;
  struct placement placement;
};

struct member {
  struct parallel_team *team;
  size_t number;
};

static void relax(unsigned *waits) {
  if (++*waits < 4000) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  } else if (*waits < 6000) {
    sched_yield();
  } else {
    const struct timespec nap = {.tv_nsec = 50000};
    nanosleep(&nap, NULL);
  }
}

static void *serve(void *argument) {
  struct member member = *(struct member *)argument;
  free(argument);
  struct parallel_team *team = member.team;
  release_processor(&team->placement);
  for (size_t round = 1;; round++) {
    unsigned waits = 0;
    while (atomic_load_explicit(&team->round, memory_order_acquire) < round) relax(&waits);
    if (atomic_load_explicit(&team->ends, memory_order_relaxed)) return NULL;
    team->job(team->context, member.number);
    atomic_fetch_sub_explicit(&team->pending, 1, memory_order_release);
  }
}

struct parallel_team *parallel_team_start(size_t size) {
  struct parallel_team *team = aligned_alloc(64, (sizeof *team + 63) / 64 * 64);
  if (!team) return NULL;
  *team = (struct parallel_team){.size = 1};
  atomic_init(&team->round, 0);
  atomic_init(&team->pending, 0);
  atomic_init(&team->ends, 0);
  team->threads = size > 1 ? calloc(size - 1, sizeof *team->threads) : NULL;
  pthread_attr_t attributes;
  if (!team->threads || pthread_attr_init(&attributes) != 0) return team;
  // Products keep their blocks on the stack.
  pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
  find_processors(&team->placement);
  struct placement next = team->placement;
  while (team->started < size - 1) {
    struct member *member = malloc(sizeof *member);
    if (!member) break;
    *member = (struct member){team, team->started + 1};
    choose_next_processor(&next, &attributes);
    if (pthread_create(&team->threads[team->started], &attributes, serve, member) != 0) {
      free(member);
      break;
    }
    team->started++;
  }
  pthread_attr_destroy(&attributes);
  team->size = team->started + 1;
  return team;
}

size_t parallel_team_size(const struct parallel_team *team) { return team->size; }

static void announce(struct parallel_team *team) {
  atomic_store_explicit(&team->pending, team->started, memory_order_relaxed);
  atomic_fetch_add_explicit(&team->round, 1, memory_order_release);
}

void parallel_team_run(struct parallel_team *team, void (*job)(void *context, size_t member),
                       void *context) {
  team->job = job;
  team->context = context;
  announce(team);
  job(context, 0);
  parallel_team_wait(team);
}

void parallel_team_begin(struct parallel_team *team, void (*job)(void *context, size_t member),
                         void *context) {
  team->job = job;
  team->context = context;
  announce(team);
}

int parallel_team_is_idle(const struct parallel_team *team) {
  return atomic_load_explicit(&team->pending, memory_order_acquire) == 0;
}

void parallel_team_wait(struct parallel_team *team) {
  unsigned waits = 0;
  while (!parallel_team_is_idle(team)) relax(&waits);
}

void parallel_team_end(struct parallel_team *team) {
  atomic_store_explicit(&team->ends, 1, memory_order_relaxed);
  announce(team);
  for (size_t i = 0; i < team->started; i++) pthread_join(team->threads[i], NULL);
  free(team->threads);
  free(team);
}
