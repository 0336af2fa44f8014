#ifndef CSERIES_RANKS_H
#define CSERIES_RANKS_H

#include "lanes.h"
#include "selection.h"
#include <string.h>

// Order statistics of numbers that carry keys of eight bits: the key never decreases with the number. Arrays have PAD
// places behind their last number; there the key is 127 and the number +∞.

#define SUM_KEYS(v, total)                                          \
  do {                                                              \
    vw wide = __builtin_convertvector((vb)(v), vw);                 \
    total += (int64_t)(uint16_t)__builtin_reduce_add(wide);         \
  } while (0)

// The bins of three ranks (0-based) and how many keys lie below each bin. A bin is the largest b with at most
// `rank` keys below b, built from the top bit down.
ALWAYS void find_bins(const int8_t *keys, int64_t pairs, const int64_t rank[3], int8_t bin[3], int64_t below[3]) {
  int32_t found[3] = {-128, -128, -128};
  below[0] = below[1] = below[2] = 0;
  for (int32_t bit = 128; bit > 0; bit >>= 1) {
    int8_t t0 = (int8_t)(found[0] + bit), t1 = (int8_t)(found[1] + bit), t2 = (int8_t)(found[2] + bit);
    int64_t c0 = 0, c1 = 0, c2 = 0;
    for (int64_t start = 0; start < pairs; start += 255 * KEYS) {
      int64_t end = start + 255 * KEYS < pairs ? start + 255 * KEYS : pairs;
      vk a0 = {0}, a1 = {0}, a2 = {0};
      for (int64_t i = start; i < end; i += KEYS) {
        vk k = *(const vk_u *)(keys + i);
        a0 -= k < t0;
        a1 -= k < t1;
        a2 -= k < t2;
      }
      SUM_KEYS(a0, c0);
      SUM_KEYS(a1, c1);
      SUM_KEYS(a2, c2);
    }
    if (c0 <= rank[0]) found[0] += bit, below[0] = c0;
    if (c1 <= rank[1]) found[1] += bit, below[1] = c1;
    if (c2 <= rank[2]) found[2] += bit, below[2] = c2;
  }
  for (int r = 0; r < 3; r++) bin[r] = (int8_t)found[r];
}

// Copies the slopes with key `bin` and says how many. The padding has the highest key and +∞ for slope, so in that
// bin +∞ may follow. Two slopes of each half word are copied without asking (positions past the last hit read and
// write what nobody looks at), because how many there are is what a processor cannot foresee.
ALWAYS int64_t collect(const double *slopes, const int8_t *keys, int64_t pairs, int8_t bin, double *chosen) {
  int64_t count = 0;
  for (int64_t i = 0; i < pairs; i += 2 * KEYS) {
    vbool bits[2];
    bits[0] = __builtin_convertvector(*(const vk_u *)(keys + i) == bin, vbool);
    bits[1] = __builtin_convertvector(*(const vk_u *)(keys + i + KEYS) == bin, vbool);
    uint64_t mask;
    memcpy(&mask, bits, sizeof mask);
    int64_t hits = __builtin_popcountll(mask);
    for (int k = 0; k < 3; k++) {
      chosen[count + k] = slopes[i + __builtin_ctzll(mask | (uint64_t)1 << 63)];
      mask &= mask - 1;
    }
    for (int64_t k = 3; k < hits; k++) {
      chosen[count + k] = slopes[i + __builtin_ctzll(mask)];
      mask &= mask - 1;
    }
    count += hits;
  }
  return count;
}

// The lowest occupied bin above `bin`; 127 when there is none.
ALWAYS int8_t next_bin(const int8_t *keys, int64_t pairs, int8_t bin) {
  vk best = (vk){0} + (int8_t)127;
  for (int64_t i = 0; i < pairs; i += KEYS) {
    vk k = *(const vk_u *)(keys + i);
    vk above = k > bin;
    best = __builtin_elementwise_min(best, (vk)((k & above) | (~above & 127)));
  }
  return __builtin_reduce_min(best);
}

// The chosen slopes of ranks `low` and `high` (0-based). Up to RANKED of them without a branch that depends on the
// figures: the one of rank r is the largest that has at most r smaller ones.
#define RANKED 32

ALWAYS void chosen_pair(double *c, int64_t count, int64_t low, int64_t high, double *at_low, double *at_high) {
  if (count > RANKED) {
    // Whole numbers of few events give many equal slopes, most often 0.
    for (int pad = 0; pad < LANES; pad++) c[count + pad] = c[0];
    vl unequal = {0};
    for (int64_t i = 0; i < count; i += LANES) unequal |= LOAD(c + i) != c[0];
    if (SUM(unequal) == 0) {
      *at_low = *at_high = c[0];
      return;
    }
    *at_low = cseries_select(c, count, low);
    *at_high = high == low ? *at_low : cseries_select(c, count, high);
    return;
  }
  for (int pad = 0; pad < LANES; pad++) c[count + pad] = INFINITY;
  vd best_low = LOAD(c), best_high;
  best_low = best_high = (vd){-INFINITY, -INFINITY, -INFINITY, -INFINITY};
  for (int64_t j = 0; j < count; j += LANES) {
    vd mine = LOAD(c + j);
    vl smaller = {0};
    for (int64_t i = 0; i < count; i++) smaller -= c[i] < mine;
    vl fits = (smaller <= low) & (mine > best_low);
    best_low = PICK(fits, mine, best_low);
    fits = (smaller <= high) & (mine > best_high);
    best_high = PICK(fits, mine, best_high);
  }
  *at_low = LARGEST(best_low);
  *at_high = LARGEST(best_high);
}

#endif
