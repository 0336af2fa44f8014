#ifndef ROW_STORE_H
#define ROW_STORE_H

#include <stdint.h>

/// The peer of the panel store: one SQLite row a cell, written and read through the C interface with everything that makes
/// it fast (one transaction, a prepared statement, write-ahead log, rows in key order, no rowid).

/// Writes indicators × zones × years rows into a new file; the column arrays are row by row in that order.
/// Returns 0, or the SQLite error code.
int row_store_write(const char *path, int64_t indicators, int64_t zones, int64_t years, const double *values,
                    const double *numerators, const double *denominators, const uint8_t *flags);

/// Reads the value column in key order into `values`, at most `capacity` of them, and says how many there were.
/// Returns 0, or the SQLite error code.
int row_store_read(const char *path, double *values, int64_t capacity, int64_t *count);

#endif
