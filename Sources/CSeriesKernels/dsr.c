#include "dsr.h"

#include <math.h>

#include "clones.h"

// Contraction is off, so that all clones round alike and a cell has the same bits on every machine.
#pragma STDC FP_CONTRACT OFF

// Cells taken together: their sums stay in the nearest cache while the strata stream past.
#define BLOCK 1024

// Adds a stratum to the sums of `count` cells. A cell with a stratum that cannot be used becomes NaN and stays so.
#define SHARE(x, n, w)                                                                              \
  double quotient_ = (w) / (n);                                                                     \
  double empty_ = (((n) == 0) & ((x) == 0)) ? 0.0 : NAN;                                              \
  double share = (n) > 0 ? quotient_ : empty_;                                                      \
  share = (x) >= 0 ? share : NAN

CSERIES_CLONES static void add_stratum(
    const double *restrict x, const double *restrict n, double w, size_t count, double *restrict value,
    double *restrict variance, double *restrict events, double *restrict total) {
  for (size_t i = 0; i < count; i++) {
    SHARE(x[i], n[i], w);
    double part = share * x[i];
    value[i] += part;
    variance[i] += share * part;
    events[i] += x[i];
    total[i] += n[i] > 0 ? w : 0.0;
  }
}

CSERIES_CLONES static void add_weights(
    const double *restrict x, const double *restrict n, double w, size_t count, double *restrict largest,
    double *restrict sum, double *restrict squares, double *restrict number) {
  for (size_t i = 0; i < count; i++) {
    SHARE(x[i], n[i], w);
    largest[i] = share > largest[i] ? share : largest[i];
    sum[i] += share;
    squares[i] += share * share;
    number[i] += n[i] > 0 ? 1.0 : 0.0;
  }
}

// From sums to rates with Byar's limits, and to whose limits must be found otherwise.
CSERIES_CLONES static void finish(
    size_t count, double standard, double z, const double *restrict sum, const double *restrict squares,
    const double *restrict events, const double *restrict total, double *restrict value, double *restrict variance,
    double *restrict lower, double *restrict upper, double *restrict counted, uint8_t *restrict state) {
  for (size_t i = 0; i < count; i++) {
    double o = events[i], next = o + 1;
    double rate = sum[i] / total[i];
    double spread = squares[i] / (total[i] * total[i]);
    double below = 1 - 1 / (9 * o) - z / (3 * sqrt(o));
    double above = 1 - 1 / (9 * next) + z / (3 * sqrt(next));
    double low = o * below * below * below, high = next * above * above * above;
    double unit = sqrt(spread / o);
    value[i] = rate;
    variance[i] = spread;
    double floor = rate + unit * (low - o);
    // Very unequal weights put Dobson's lower end below 0, where no rate is.
    lower[i] = floor < 0 ? 0.0 : floor;
    upper[i] = rate + unit * (high - o);
    counted[i] = rate == rate ? o : NAN;
    int code = ((o >= 10) & (low >= 0)) ? CSERIES_DSR_BYAR : CSERIES_DSR_EXACT;
    code |= total[i] < standard ? CSERIES_DSR_DROPPED : 0;
    state[i] = (uint8_t)(rate == rate ? code : CSERIES_DSR_REFUSED);
  }
}

void cseries_direct_rates(
    const double *events, const double *populations, const double *standard, size_t strata, size_t cells, size_t first,
    size_t last, double z, cseries_dsr rates, cseries_dsr_weights weights) {
  double sum[BLOCK], squares[BLOCK], counted[BLOCK], total[BLOCK];
  double whole = 0;
  for (size_t s = 0; s < strata; s++) whole += standard[s] > 0 ? standard[s] : 0.0;
  for (size_t begin = first; begin < last; begin += BLOCK) {
    const size_t count = last - begin < BLOCK ? last - begin : BLOCK;
    for (size_t i = 0; i < count; i++) sum[i] = squares[i] = counted[i] = total[i] = 0;
    for (size_t s = 0; s < strata; s++) {
      if (!(standard[s] > 0)) continue;
      const size_t at = s * cells + begin;
      add_stratum(events + at, populations + at, standard[s], count, sum, squares, counted, total);
    }
    finish(
        count, whole, z, sum, squares, counted, total, rates.value + begin, rates.variance + begin,
        rates.lower + begin, rates.upper + begin, rates.events + begin, rates.state + begin);
    if (!weights.largest || !weights.sum || !weights.squares || !weights.count) continue;
    double *largest = weights.largest + begin, *shares = weights.sum + begin, *square = weights.squares + begin;
    double *number = weights.count + begin;
    for (size_t i = 0; i < count; i++) largest[i] = shares[i] = square[i] = number[i] = 0;
    for (size_t s = 0; s < strata; s++) {
      if (!(standard[s] > 0)) continue;
      const size_t at = s * cells + begin;
      add_weights(events + at, populations + at, standard[s], count, largest, shares, square, number);
    }
    for (size_t i = 0; i < count; i++) {
      largest[i] /= total[i];
      shares[i] /= total[i];
      square[i] /= total[i] * total[i];
    }
  }
}
