#pragma once

#include <sqlite3.h>

// Swift has no word for SQLITE_TRANSIENT, a pointer made of -1: SQLite copies the text.
static inline int dlplot_sqlite_bind_text(sqlite3_stmt *statement, int place, const char *text,
                                          int count) {
  return sqlite3_bind_text(statement, place, text, count, SQLITE_TRANSIENT);
}

// sqlite3_db_config takes any number of arguments, which Swift cannot call.
static inline int dlplot_sqlite_defend(sqlite3 *database, int *result) {
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, result);
  if (code != SQLITE_OK) return code;
  return sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, result);
}
