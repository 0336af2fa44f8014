#include "row_store.h"

#include <sqlite3.h>
#include <stddef.h>

static int run(sqlite3 *base, const char *sql) { return sqlite3_exec(base, sql, NULL, NULL, NULL); }

static int insert_all(sqlite3_stmt *insert, int64_t indicators, int64_t zones, int64_t years,
                      const double *values, const double *numerators, const double *denominators,
                      const uint8_t *flags) {
  int64_t cell = 0;
  for (int64_t indicator = 0; indicator < indicators; indicator++) {
    for (int64_t zone = 0; zone < zones; zone++) {
      for (int64_t year = 0; year < years; year++, cell++) {
        sqlite3_bind_int64(insert, 1, indicator);
        sqlite3_bind_int64(insert, 2, zone);
        sqlite3_bind_int64(insert, 3, year);
        sqlite3_bind_double(insert, 4, values[cell]);
        sqlite3_bind_double(insert, 5, numerators[cell]);
        sqlite3_bind_double(insert, 6, denominators[cell]);
        sqlite3_bind_int(insert, 7, flags[cell]);
        int code = sqlite3_step(insert);
        if (code != SQLITE_DONE) return code;
        sqlite3_reset(insert);
      }
    }
  }
  return SQLITE_OK;
}

int row_store_write(const char *path, int64_t indicators, int64_t zones, int64_t years, const double *values,
                    const double *numerators, const double *denominators, const uint8_t *flags) {
  sqlite3 *base = NULL;
  sqlite3_stmt *insert = NULL;
  int code = sqlite3_open(path, &base);
  if (code == SQLITE_OK) code = run(base, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  if (code == SQLITE_OK)
    code = run(base,
               "CREATE TABLE cell (indicator INTEGER, zone INTEGER, year INTEGER, value REAL, numerator REAL, "
               "denominator REAL, flag INTEGER, PRIMARY KEY (indicator, zone, year)) WITHOUT ROWID; BEGIN;");
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2(base, "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL);
  if (code == SQLITE_OK)
    code = insert_all(insert, indicators, zones, years, values, numerators, denominators, flags);
  sqlite3_finalize(insert);
  if (code == SQLITE_OK) code = run(base, "COMMIT");
  int closed = sqlite3_close(base);
  return code != SQLITE_OK ? code : closed;
}

int row_store_read(const char *path, double *values, int64_t capacity, int64_t *count) {
  sqlite3 *base = NULL;
  sqlite3_stmt *select = NULL;
  *count = 0;
  int code = sqlite3_open_v2(path, &base, SQLITE_OPEN_READONLY, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2(base, "SELECT value FROM cell ORDER BY indicator, zone, year", -1, &select, NULL);
  if (code == SQLITE_OK) {
    while ((code = sqlite3_step(select)) == SQLITE_ROW && *count < capacity) {
      values[(*count)++] = sqlite3_column_double(select, 0);
    }
    if (code == SQLITE_DONE || code == SQLITE_ROW) code = SQLITE_OK;
  }
  sqlite3_finalize(select);
  sqlite3_close(base);
  return code;
}
