#include "ols.h"

#include <math.h>
#include <string.h>

#include "clones.h"

// Contraction is off, so that all clones round alike and a series has the same bits on every machine.
#pragma STDC FP_CONTRACT OFF

typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef double quad __attribute__((vector_size(32), aligned(8), may_alias));
typedef int64_t mask __attribute__((vector_size(64), aligned(8), may_alias));

// Macros, not functions: a vector argument has no one calling convention across the clones.
#define LOAD(pointer) (*(const lanes *)(pointer))
#define KEEP(vector, where) ((lanes)((mask)(vector) & (where)))
#define HALVES(v) (__builtin_shufflevector(v, v, 0, 1, 2, 3) + __builtin_shufflevector(v, v, 4, 5, 6, 7))
#define NEIGHBOURS(a, b) (__builtin_shufflevector(a, b, 0, 4, 2, 6) + __builtin_shufflevector(a, b, 1, 5, 3, 7))
// The sums over the lanes of v[0], v[1], v[2] and v[3], each added in the same order.
#define SUMS(v)                                                                                              \
  ({                                                                                                         \
    quad one_ = HALVES((v)[0]), two_ = HALVES((v)[1]), three_ = HALVES((v)[2]), four_ = HALVES((v)[3]);      \
    quad first_ = NEIGHBOURS(one_, two_), second_ = NEIGHBOURS(three_, four_);                               \
    __builtin_shufflevector(first_, second_, 0, 1, 4, 5) + __builtin_shufflevector(first_, second_, 2, 3, 6, 7); \
  })

static void fail(cseries_lines lines, size_t series, int32_t points, uint8_t status) {
  lines.slope[series] = NAN;
  lines.intercept[series] = NAN;
  lines.slope_error[series] = NAN;
  lines.residual_deviation[series] = NAN;
  lines.points[series] = points;
  lines.status[series] = status;
}

// Writes a fit, unless an overflow made it something other than numbers.
static void store(
    cseries_lines lines, size_t series, int32_t points, double slope, double intercept, double residual_squares,
    double time_squares) {
  double deviation = sqrt(residual_squares / (points - 2));
  double error = deviation / sqrt(time_squares);
  if (!isfinite(slope) || !isfinite(intercept) || !isfinite(error) || !isfinite(deviation)) {
    fail(lines, series, points, CSERIES_LINE_NOT_FINITE);
    return;
  }
  lines.slope[series] = slope;
  lines.intercept[series] = intercept;
  lines.slope_error[series] = error;
  lines.residual_deviation[series] = deviation;
  lines.points[series] = points;
  lines.status[series] = CSERIES_LINE_FITTED;
}

// Up to eight cells of one series: their values and weights, both 0 where the cell is missing.
static inline __attribute__((always_inline)) void load_cells(
    const double *values, const uint8_t *observed, const double *weights, size_t left, lanes *value, lanes *weight) {
  lanes number = {0}, share = {0};
  if (left >= 8 && !observed) {
    number = LOAD(values);
    share = weights ? LOAD(weights) : share + 1;
  } else {
    for (size_t i = 0; i < (left < 8 ? left : 8); i++) {
      number[i] = values[i];
      share[i] = observed && !observed[i] ? 0 : weights ? weights[i] : 1;
    }
  }
  const mask present = (number == number) & (share != 0);
  *value = KEEP(number, present);
  *weight = KEEP(share, present);
}

#define TOTAL(v) (((v)[0] + (v)[4] + ((v)[1] + (v)[5])) + ((v)[2] + (v)[6] + ((v)[3] + (v)[7])))
#define CHOOSE(where, one, other) ((lanes)(((mask)(one) & (where)) | ((mask)(other) & ~(where))))

// A series with missing cells or weights. Weight 0 stands for a missing cell, 1 for an observed one, so that one set
// of sums serves all; everything is centred at this series' own weighted means before it is squared.
CSERIES_CLONES static void fit_weighted(
    const double *values, const uint8_t *observed, const double *weights, size_t first, size_t last,
    cseries_times times, cseries_lines lines) {
  const size_t count = times.count;
  for (size_t series = first; series < last; series++) {
    const double *row = values + series * count;
    const uint8_t *seen = observed ? observed + series * count : 0;
    const double *shares = weights ? weights + series * count : 0;
    lanes value, weight, sums = {0}, time_sums = {0}, value_sums = {0};
    lanes earliest = sums + INFINITY, latest = sums - INFINITY, bad = {0};
    mask points = {0};
#define EACH for (size_t i = 0; i < count; i += 8)
#define CELLS load_cells(row + i, seen ? seen + i : 0, shares ? shares + i : 0, count - i, &value, &weight)
    EACH {
      CELLS;
      const lanes time = LOAD(times.centred + i);
      const mask present = weight != 0;
      const lanes early = CHOOSE(present, time, earliest), late = CHOOSE(present, time, latest);
      points -= present;
      // Finite for good weights, infinite or NaN for others; negative ones are counted.
      bad += CHOOSE(weight < 0, weight - weight + 1, weight - weight);
      earliest = CHOOSE(early < earliest, early, earliest);
      latest = CHOOSE(late > latest, late, latest);
      sums += weight;
      time_sums += weight * time;
      value_sums += weight * value;
    }
    const int32_t n = (int32_t)TOTAL(points);
    double from = earliest[0], to = latest[0];
    for (int j = 1; j < 8; j++) {
      from = earliest[j] < from ? earliest[j] : from;
      to = latest[j] > to ? latest[j] : to;
    }
    if (TOTAL(bad) != 0) {
      fail(lines, series, n, CSERIES_LINE_BAD_WEIGHT);
      continue;
    }
    if (n < 3) {
      fail(lines, series, n, CSERIES_LINE_TOO_FEW_POINTS);
      continue;
    }
    if (from == to) {
      fail(lines, series, n, CSERIES_LINE_NO_VARIATION_IN_TIME);
      continue;
    }
    const double sum = TOTAL(sums), time_mean = TOTAL(time_sums) / sum, value_mean = TOTAL(value_sums) / sum;
    lanes time_squares = {0}, products = {0}, squares = {0}, rests = {0};
    EACH {
      CELLS;
      const lanes time = LOAD(times.centred + i) - time_mean, deviation = value - value_mean;
      time_squares += weight * time * time;
      products += weight * time * deviation;
      rests += weight * deviation;
    }
    // The mean was rounded at the size of the values; what is left of the deviations puts that right.
    const double slope = TOTAL(products) / TOTAL(time_squares), rest = TOTAL(rests) / sum;
    EACH {
      CELLS;
      const lanes residual = value - value_mean - rest - slope * (LOAD(times.centred + i) - time_mean);
      squares += weight * residual * residual;
    }
#undef CELLS
#undef EACH
    store(
        lines, series, n, slope, value_mean + rest - slope * (times.mean + time_mean), TOTAL(squares),
        TOTAL(time_squares));
  }
}

// Series without gaps or weights, four at a time so that one's sums need not wait for another's.
//
// The first pass takes the deviations from the first value of the series, which is as good a centre as the mean and
// known at once; the second takes the residuals, so their squares never come out of a difference of large sums. The
// loads of the last eight places may reach into the next series, and `inside` clears what is not ours; only where
// that would leave the buffer are the places copied first.
CSERIES_CLONES static void fit_complete(
    const double *values, size_t first, size_t last, size_t total, cseries_times times, cseries_lines lines) {
  const size_t count = times.count, whole = count / 8 * 8, rest = count - whole;
  const double n = (double)count;
  mask inside;
  for (size_t i = 0; i < 8; i++) inside[i] = i < rest ? -1 : 0;
  double copies[4][8] = {{0}};
  for (size_t series = first; series < last; series += 4) {
    const double *row[4], *tail[4];
    for (size_t j = 0; j < 4; j++) {
      // Places beyond the last series repeat it; their results are not stored.
      const size_t place = series + j < last ? series + j : last - 1;
      row[j] = values + place * count;
      tail[j] = row[j] + whole;
      if (rest && (total - place) * count < whole + 8) {
        for (size_t i = 0; i < rest; i++) copies[j][i] = tail[j][i];
        tail[j] = copies[j];
      }
    }
    lanes sums[4] = {{0}}, products[4] = {{0}}, squares[4] = {{0}};
#pragma clang loop unroll(disable)
    for (size_t i = 0; i < whole; i += 8) {
      const lanes time = LOAD(times.centred + i);
#pragma clang loop unroll(full)
      for (size_t j = 0; j < 4; j++) {
        const lanes value = LOAD(row[j] + i) - row[j][0];
        sums[j] += value;
        products[j] += time * value;
      }
    }
    if (rest) {
      const lanes time = LOAD(times.centred + whole);
#pragma clang loop unroll(full)
      for (size_t j = 0; j < 4; j++) {
        const lanes value = KEEP(LOAD(tail[j]) - row[j][0], inside);
        sums[j] += value;
        products[j] += time * value;
      }
    }
    const quad mean = SUMS(sums) / n, slope = SUMS(products) / times.sum_of_squares;
#pragma clang loop unroll(disable)
    for (size_t i = 0; i < whole; i += 8) {
      const lanes time = LOAD(times.centred + i);
#pragma clang loop unroll(full)
      for (size_t j = 0; j < 4; j++) {
        const lanes residual = LOAD(row[j] + i) - row[j][0] - mean[j] - slope[j] * time;
        squares[j] += residual * residual;
      }
    }
    if (rest) {
      const lanes time = LOAD(times.centred + whole);
#pragma clang loop unroll(full)
      for (size_t j = 0; j < 4; j++) {
        const lanes residual = KEEP(LOAD(tail[j]) - row[j][0] - mean[j] - slope[j] * time, inside);
        squares[j] += residual * residual;
      }
    }
    const quad start = {row[0][0], row[1][0], row[2][0], row[3][0]};
    const quad intercept = start + mean - slope * times.mean, total_squares = SUMS(squares);
    if (last - series >= 4) {
      *(quad *)(lines.slope + series) = slope;
      *(quad *)(lines.intercept + series) = intercept;
      *(quad *)(lines.residual_deviation + series) = total_squares;
    } else {
      for (size_t j = 0; j < last - series; j++) {
        lines.slope[series + j] = slope[j];
        lines.intercept[series + j] = intercept[j];
        lines.residual_deviation[series + j] = total_squares[j];
      }
    }
  }
  // Roots and quotients afterwards, many series at a time.
  const double degrees = n - 2, root = __builtin_elementwise_sqrt(times.sum_of_squares);
  double *restrict deviations = lines.residual_deviation, *restrict errors = lines.slope_error;
  for (size_t series = first; series < last; series++) {
    const double deviation = __builtin_elementwise_sqrt(deviations[series] / degrees);
    deviations[series] = deviation;
    errors[series] = deviation / root;
  }
  int32_t *restrict points = lines.points;
  for (size_t series = first; series < last; series++) points[series] = (int32_t)count;
  memset(lines.status + first, CSERIES_LINE_FITTED, last - first);
}

void cseries_fit_lines(
    const double *values, const uint8_t *observed, const double *weights, size_t first, size_t last, size_t total,
    cseries_times times, cseries_lines lines) {
  if (observed || weights || times.count < 3 || !(times.sum_of_squares > 0)) {
    fit_weighted(values, observed, weights, first, last, times, lines);
    return;
  }
  // A slice at a time, so that the second look at the results finds them in the cache.
  for (size_t from = first; from < last; from += 512) {
    const size_t to = last - from > 512 ? from + 512 : last;
    fit_complete(values, from, to, total, times, lines);
    for (size_t series = from; series < to; series++) {
      // A missing value anywhere makes the sums NaN; an infinite one does too, and is reported by the same path.
      if (!isfinite(lines.slope_error[series] + lines.intercept[series])) {
        fit_weighted(values, observed, weights, series, series + 1, times, lines);
      }
    }
  }
}
