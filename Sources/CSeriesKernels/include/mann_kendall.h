#ifndef CSERIES_MANN_KENDALL_H
#define CSERIES_MANN_KENDALL_H

#include <stdint.h>

/// What the Mann–Kendall test needs of one series.
typedef struct {
  int64_t s;           ///< Σ_{i<j} sgn(x_j − x_i)
  int64_t tied_pairs;  ///< pairs i<j with x_i = x_j
  int64_t tie_term;    ///< Σ over groups of equal values of t(t − 1)(2t + 5)
} cseries_mann_kendall;

#endif
