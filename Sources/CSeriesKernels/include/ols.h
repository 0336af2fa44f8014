// Straight lines fitted to many series that share their time points.
#ifndef CSERIES_OLS_H
#define CSERIES_OLS_H

#include <stddef.h>
#include <stdint.h>

// How a series fared.
enum {
  CSERIES_LINE_FITTED = 0,
  CSERIES_LINE_TOO_FEW_POINTS = 1,
  CSERIES_LINE_NO_VARIATION_IN_TIME = 2,
  CSERIES_LINE_NOT_FINITE = 3,
  CSERIES_LINE_BAD_WEIGHT = 4
};

// The shared times: `centred` holds t − mean, followed by zeros up to the next multiple of 8 places.
typedef struct {
  const double *centred;
  size_t count;
  double mean;
  double sum_of_squares;
} cseries_times;

// One place a series in each; values are NaN where the status is not CSERIES_LINE_FITTED.
typedef struct {
  double *slope;
  double *intercept;
  double *slope_error;
  double *residual_deviation;
  int32_t *points;
  uint8_t *status;
} cseries_lines;

// Fits the series first..<last of `values`, laid out [series][time], into the same places of `lines`.
//
// A value that is not a number is missing; `observed` (one byte a cell, 0 for missing) and `weights` (one a cell, 0
// leaves the cell out) may be null. `total` is the number of series in the whole buffer: reading past the end of a
// series, but never past the buffer, spares the loop its remainder.
void cseries_fit_lines(
    const double *values, const uint8_t *observed, const double *weights, size_t first, size_t last, size_t total,
    cseries_times times, cseries_lines lines);

#endif
