#include "sen.h"

#include "clones.h"
#include "lanes.h"
#include "ranks.h"
#include <math.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

// The 300 slopes of 25 points are not sorted: only three or four ranks are wanted. Each slope gets a key of eight
// bits, linear between a guess of where those ranks lie; the bin of a rank is found by eight counting passes over the
// keys (32 at a time), and the few slopes of that bin are ranked among themselves. The key never decreases with the
// slope, so the answer is the one a full sort gives, bit for bit, wherever the guess lies: a bad guess costs time.
// A series is its own vector work (four slopes of one lag at a time), so missing points need no plan of their own.

typedef struct {
  double *x, *t;             // n values and times, compacted; NaN behind the last
  double *slopes, *chosen;   // n(n − 1)/2 of each, with padding
  int8_t *keys;
} workspace;

// Bounds: vectors of x and t begin below n and end below n + LANES. Slopes and keys are written below pairs + LANES and
// read, 64 places at a time, below pairs + PAD; the chosen are at most pairs + PAD with three places more (see collect).
ALWAYS size_t rounded_up(size_t bytes) { return (bytes + 63) & ~(size_t)63; }

size_t cseries_trend_scratch_size(int32_t points) {
  if (points < 0 || points > CSERIES_SEN_MAXIMUM_POINTS) return 0;
  size_t n = (size_t)points, pairs = n * (n > 0 ? n - 1 : 0) / 2;
  return 2 * rounded_up((n + PAD) * sizeof(double)) + 2 * rounded_up((pairs + 2 * PAD) * sizeof(double)) +
         rounded_up(pairs + PAD) + 64;
}

ALWAYS workspace carve(void *scratch, int32_t points) {
  size_t n = (size_t)points, pairs = n * (n > 0 ? n - 1 : 0) / 2;
  char *at = (char *)scratch;
  workspace w;
  w.x = (double *)at;
  at += rounded_up((n + PAD) * sizeof(double));
  w.t = (double *)at;
  at += rounded_up((n + PAD) * sizeof(double));
  w.slopes = (double *)at;
  at += rounded_up((pairs + 2 * PAD) * sizeof(double));
  w.chosen = (double *)at;
  at += rounded_up((pairs + 2 * PAD) * sizeof(double));
  w.keys = (int8_t *)at;
  return w;
}

typedef struct {
  double scale, offset;  // key = slope·scale + offset, held inside 8 bits
} window;

// Where the ranks are sought: the least-squares slope and some of its standard errors to either side. `x` and `t` are
// padded with their first value, so that the padding adds nothing to sums of deviations from it.
// No spread at all (or one too large to square) gives the scale 0: all keys equal.
ALWAYS window guess(const workspace *w, int64_t n, double z) {
  double x0 = w->x[0], t0 = w->t[0];
  vd su = {0}, sv = {0}, suu = {0}, suv = {0}, svv = {0};
  for (int64_t i = 0; i < n; i += LANES) {
    vd u = LOAD(w->x + i) - x0, v = LOAD(w->t + i) - t0;
    su += u;
    sv += v;
    suu += u * u;
    suv += u * v;
    svv += v * v;
  }
  double count = (double)n, u = SUM(su), v = SUM(sv);
  double tt = SUM(svv) - v * v / count, xt = SUM(suv) - u * v / count, xx = SUM(suu) - u * u / count;
  double slope = xt / tt;
  double error = sqrt((xx - slope * xt) / (tt * (count - 2)));
  double scale = 128 / ((z + 4) * error);
  double offset = -slope * scale;
  _Bool usable = fabs(offset) < 1e300 && scale < 1e300 && scale > 1e-300;
  return (window){.scale = usable ? scale : 0, .offset = usable ? offset : 0};
}

// Slopes by lag, four at a time, with their keys. A vector that runs over the end of its lag writes up to three
// places too many: the next lag overwrites them, the last lag's fall into the padding. x is NaN there, so they count
// in neither sum.
ALWAYS void all_slopes(const workspace *w, int64_t n, window at, int64_t *rises, int64_t *falls) {
#pragma STDC FP_CONTRACT ON  // one rounding or two, the key still never decreases with the slope
  vl up = {0}, down = {0};
  double *out = w->slopes;
  int8_t *key = w->keys;
  for (int64_t lag = 1; lag < n; lag++) {
    int64_t count = n - lag;
    for (int64_t i = 0; i < count; i += LANES) {
      vd dx = LOAD(w->x + i + lag) - LOAD(w->x + i);
      vd dt = LOAD(w->t + i + lag) - LOAD(w->t + i);
      vd slope = dx / dt;
      *(vd_u *)(out + i) = slope;
      up -= dx > 0;
      down -= dx < 0;
      vd place = slope * at.scale + at.offset;
      place = PICK(place > LOWEST, place, LOWEST);
      place = PICK(place < HIGHEST, place, HIGHEST);
      vs bits = __builtin_convertvector(__builtin_convertvector(place, vi), vs);
      memcpy(key + i, &bits, sizeof bits);
    }
    out += count;
    key += count;
  }
  *rises = SUM(up);
  *falls = SUM(down);
}

// Median of the values without sorting: the value of rank h is the largest one that has at most h smaller ones.
// NaN padding compares false: it counts as smaller than nothing, and is never the largest.
ALWAYS double median_of_values(const workspace *w, int64_t n) {
  int64_t high = n / 2, low = (n - 1) / 2;
  vd best_high = (vd){-INFINITY, -INFINITY, -INFINITY, -INFINITY}, best_low = best_high;
  for (int64_t j = 0; j < n; j += LANES) {
    vd mine = LOAD(w->x + j);
    vl smaller = {0};
    for (int64_t i = 0; i < n; i++) smaller -= w->x[i] < mine;
    vl better = (smaller <= high) & (mine > best_high);
    best_high = PICK(better, mine, best_high);
    better = (smaller <= low) & (mine > best_low);
    best_low = PICK(better, mine, best_low);
  }
  double a = LARGEST(best_high), b = LARGEST(best_low);
  return (high == low ? a : b * 0.5 + a * 0.5) + 0.0;
}

// Σ over groups of equal values of t(t − 1)(2t + 5), as Σ over values of (t − 1)(2t + 5); whole numbers below 2⁵³.
// The NaN of the padding equals nothing, so its t is 0, and is left out.
ALWAYS int64_t tie_term(const double *x, int64_t n) {
  vd sum = {0};
  for (int64_t j = 0; j < n; j += LANES) {
    vd mine = LOAD(x + j);
    vd equal = {0};
    for (int64_t i = 0; i < n; i++) equal += PICK(x[i] == mine, ((vd){1, 1, 1, 1}), ((vd){0}));
    sum += PICK(equal > 0, (equal - 1) * (2 * equal + 5), ((vd){0}));
  }
  return (int64_t)SUM(sum);
}

// lower, median and upper of the slopes; `rank` is the 1-based rank of the lower bound.
ALWAYS void choose(const workspace *w, int64_t pairs, int64_t rank, cseries_trend *result) {
  int64_t low = (pairs - 1) / 2, high = pairs / 2;
  double first, second;
  for (int pad = 0; pad < PAD; pad++) w->slopes[pairs + pad] = INFINITY;
  for (int pad = 0; pad < PAD; pad++) w->keys[pairs + pad] = 127;
  const int64_t ranks[3] = {rank - 1, low, pairs - rank};
  int8_t bin[3];
  int64_t below[3];
  find_bins(w->keys, pairs, ranks, bin, below);
  int64_t count = collect(w->slopes, w->keys, pairs, bin[0], w->chosen);
  chosen_pair(w->chosen, count, ranks[0] - below[0], ranks[0] - below[0], &result->lower, &result->lower);
  count = collect(w->slopes, w->keys, pairs, bin[2], w->chosen);
  chosen_pair(w->chosen, count, ranks[2] - below[2], ranks[2] - below[2], &result->upper, &result->upper);
  count = collect(w->slopes, w->keys, pairs, bin[1], w->chosen);
  _Bool inside = high - below[1] < count;
  chosen_pair(w->chosen, count, low - below[1], inside ? high - below[1] : low - below[1], &first, &second);
  // Nothing left in this bin: the next slope is in a higher one.
  if (!inside) {
    count = collect(w->slopes, w->keys, pairs, next_bin(w->keys, pairs, bin[1]), w->chosen);
    chosen_pair(w->chosen, count, 0, 0, &second, &second);
  }
  // + 0 turns −0 into 0: which of the two a selection meets first says nothing about the series.
  result->slope = (first + second) * 0.5 + 0.0;
  result->lower += 0.0;
  result->upper += 0.0;
}

ALWAYS void fit(const workspace *w, int64_t n, double z, cseries_trend *result) {
  int64_t pairs = n * (n - 1) / 2;
  window at = guess(w, n, z);
  for (int pad = 0; pad < LANES; pad++) {
    w->x[n + pad] = NAN;
    w->t[n + pad] = w->t[n - 1] + 1 + pad;
  }
  int64_t rises, falls;
  all_slopes(w, n, at, &rises, &falls);
  if (at.scale == 0) memset(w->keys, 0, (size_t)pairs);
  int64_t tied = pairs - rises - falls;
  int64_t ties = tied > 0 ? tie_term(w->x, n) : 0;
  result->mann_kendall = (cseries_mann_kendall){.s = rises - falls, .tied_pairs = tied, .tie_term = ties};
  double variance = (double)(n * (n - 1) * (2 * n + 5) - ties) / 18;
  double place = ((double)pairs - z * sqrt(variance)) * 0.5 + 0.5;
  int64_t rank = place >= 1 ? (int64_t)place : 0;
  result->lower_rank = (int32_t)rank;
  choose(w, pairs, rank > 0 ? rank : 1, result);
  result->median_value = median_of_values(w, n);
  result->median_time = n % 2 ? w->t[n / 2] : w->t[n / 2 - 1] * 0.5 + w->t[n / 2] * 0.5;
}

CSERIES_CLONES
void cseries_trend_batch(const double *values, int64_t stride, const double *times, int32_t points, int64_t series,
                         double z, void *scratch, cseries_trend *results) {
  const workspace w = carve(scratch, points);
  for (int64_t s = 0; s < series; s++) {
    const double *x = values + s * stride;
    cseries_trend *result = results + s;
    memset(result, 0, sizeof *result);
    int64_t n = 0;
    for (int32_t i = 0; i < points; i++) {
      double value = x[i];
      _Bool present = value == value;
      w.x[n] = value;
      w.t[n] = times[i];
      n += present;
    }
    result->points = (int32_t)n;
    if (n < 3) {
      result->status = CSERIES_TREND_TOO_FEW;
      continue;
    }
    while (x[result->first] != x[result->first]) result->first++;
    result->last = points - 1;
    while (x[result->last] != x[result->last]) result->last--;
    // x − x is 0, or NaN where x is infinite; then no slope can be trusted.
    double infinite = 0;
    for (int64_t i = 0; i < n; i++) infinite += w.x[i] - w.x[i];
    if (infinite != 0) {
      result->status = CSERIES_TREND_OVERFLOW;
      continue;
    }
    for (int pad = 0; pad < LANES; pad++) {
      w.x[n + pad] = w.x[0];
      w.t[n + pad] = w.t[0];
    }
    fit(&w, n, z, result);
    if (!(fabs(result->slope) + fabs(result->lower) + fabs(result->upper) < INFINITY))
      result->status = CSERIES_TREND_OVERFLOW;
  }
}
