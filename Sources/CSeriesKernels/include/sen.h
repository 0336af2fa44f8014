#ifndef CSERIES_SEN_H
#define CSERIES_SEN_H

#include "mann_kendall.h"
#include <stddef.h>
#include <stdint.h>

/// The most points of one series that are taken: their slopes still fit a scratch of 80 MB.
#define CSERIES_SEN_MAXIMUM_POINTS 3000

enum {
  CSERIES_TREND_OK = 0,
  CSERIES_TREND_TOO_FEW = 1,   ///< fewer than three values
  CSERIES_TREND_OVERFLOW = 2,  ///< a difference or a slope is beyond the largest double
};

/// Mann–Kendall and Sen's slope of one series.
typedef struct {
  cseries_mann_kendall mann_kendall;
  double slope;        ///< median of (x_j − x_i)/(t_j − t_i), i<j; of an even number the mean of the middle two
  double lower;        ///< the slope of rank `lower_rank` from below
  double upper;        ///< the slope of rank `lower_rank` from above
  double median_value; ///< median of the values used
  double median_time;  ///< median of the times used
  int32_t lower_rank;  ///< 1-based; 0 when the interval is not bounded at this n (then lower and upper are the extreme slopes)
  int32_t points;      ///< values that were not missing
  int32_t first;       ///< index of the first value used
  int32_t last;        ///< index of the last value used
  int32_t status;      ///< CSERIES_TREND_…
} cseries_trend;

/// Bytes of scratch for series of `points` places; 0 when `points` is above the maximum.
size_t cseries_trend_scratch_size(int32_t points);

/// Fits `series` series of `points` places each.
///
/// values   series × stride doubles; the place i of series s is values[s*stride + i]; NaN is a missing value, infinities are not allowed
/// times    points doubles, finite and strictly increasing
/// z        normal quantile of the interval, Φ⁻¹((1 + level)/2)
/// scratch  cseries_trend_scratch_size(points) bytes, 64-byte aligned
/// results  series results
void cseries_trend_batch(const double *values, int64_t stride, const double *times, int32_t points, int64_t series,
                         double z, void *scratch, cseries_trend *results);

#endif
