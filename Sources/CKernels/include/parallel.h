/// Independent jobs on plain threads.
#pragma once

#include <stddef.h>

/// Calls `job(context, index)` once for each index below `count`, ascending in the order of start,
/// on up to `threads` threads, the caller's among them, and returns when all have ended.
/// Where the system grants fewer threads, fewer do the work.
void parallel_run(size_t count, size_t threads, void (*job)(void *context, size_t index),
                  void *context);

/// Threads that stay between jobs, for work of a few microseconds at a time.
struct parallel_team;

/// Starts a team of up to `size` members, the caller's thread among them: fewer where the system
/// grants fewer. NULL where memory runs out.
struct parallel_team *parallel_team_start(size_t size);

/// The number of members.
size_t parallel_team_size(const struct parallel_team *team);

/// Calls `job(context, member)` once for each member below the team's size, all at the same time,
/// and returns when all have ended. Only the thread that started the team may call it.
void parallel_team_run(struct parallel_team *team, void (*job)(void *context, size_t member),
                       void *context);

/// Calls `job(context, member)` for each member but the caller's, and returns at once. No other
/// job may begin before these have ended.
void parallel_team_begin(struct parallel_team *team, void (*job)(void *context, size_t member),
                         void *context);

/// Whether what was begun has ended.
int parallel_team_is_idle(const struct parallel_team *team);

/// Waits for what was begun.
void parallel_team_wait(struct parallel_team *team);

/// Ends the team, which must be idle.
void parallel_team_end(struct parallel_team *team);
