// Log-linear and logistic trends of many series of counts that share their time points.
#ifndef CSERIES_RATE_TREND_H
#define CSERIES_RATE_TREND_H

#include <stdint.h>

enum {
  CSERIES_RATE_FITTED = 0,
  CSERIES_RATE_TOO_FEW_POINTS = 1,       ///< fewer than three points with a denominator
  CSERIES_RATE_NO_VARIATION_IN_TIME = 2, ///< all points at one time
  CSERIES_RATE_NOT_FINITE = 3,           ///< an infinite count or denominator, or a result that is no number
  CSERIES_RATE_NEGATIVE_COUNT = 4,       ///< a count below zero
  CSERIES_RATE_EMPTY_DENOMINATOR = 5,    ///< a denominator below zero, or zero under events
  CSERIES_RATE_SHARE_ABOVE_ONE = 6,      ///< more events than persons, where they are persons
  CSERIES_RATE_NO_EVENTS = 7,            ///< all counts are zero
  CSERIES_RATE_ALL_EVENTS = 8,           ///< all counts equal their denominators
  CSERIES_RATE_SEPARATION = 9,           ///< the likelihood has no largest value: the slope runs away
  CSERIES_RATE_NOT_CONVERGED = 10,
};

/// One fitted series.
typedef struct {
  double slope;        ///< b of a + b (t − centre)
  double level;        ///< a: the log of the rate, or the logit of the share, at the centre of time
  double slope_error;  ///< SE(b) with variance function μ or np(1 − p), dispersion 1
  double deviance;     ///< of the fit
  double likelihood_ratio;  ///< 2 (log L − log L with b = 0)
  double pearson;      ///< Σ (y − μ)²/V(μ)
  double events;       ///< Σ y
  double exposure;     ///< Σ n
  int32_t points;      ///< points with a denominator above zero
  int32_t iterations;
  int32_t status;      ///< CSERIES_RATE_…
  int32_t unused;
} cseries_rate_trend;

/// Bytes of scratch for series of `points` places.
int64_t cseries_rate_scratch_size(int32_t points);

/// Fits log μ = log n + a + b t to each series by Poisson likelihood.
///
/// counts       series × points, laid out [series][time]; NaN is a missing cell
/// denominators likewise; null for ones
/// times        points doubles, centred
/// scratch      cseries_rate_scratch_size(points) bytes, 64-byte aligned
/// results      series results
void cseries_poisson_trends(const double *counts, const double *denominators, const double *times, int32_t points,
                            int64_t series, void *scratch, cseries_rate_trend *results);

/// Fits logit p = a + b t to each series by binomial likelihood; arguments as above, denominators needed.
void cseries_binomial_trends(const double *counts, const double *denominators, const double *times, int32_t points,
                             int64_t series, void *scratch, cseries_rate_trend *results);

#endif
