// Directly standardised rates of many cells that share strata and weights.
#ifndef CSERIES_DSR_H
#define CSERIES_DSR_H

#include <stddef.h>
#include <stdint.h>

// How a cell fared; the flag is added to either of the first two.
enum {
  CSERIES_DSR_BYAR = 0,     // Dobson's limits with Byar's are in place
  CSERIES_DSR_EXACT = 1,    // fewer than ten events, or Byar has no lower end: limits are the caller's
  CSERIES_DSR_REFUSED = 2,  // a stratum is no number, negative, or has events and nobody; all numbers are NaN
  CSERIES_DSR_DROPPED = 4   // a stratum without persons and events was left out
};

// One place a cell in each.
typedef struct {
  double *value;
  double *variance;
  double *lower;
  double *upper;
  double *events;
  uint8_t *state;
} cseries_dsr;

// Of the weights w' = w/(n sum w) of a cell's strata: the largest, their sum, the sum of their squares, their number.
typedef struct {
  double *largest;
  double *sum;
  double *squares;
  double *count;
} cseries_dsr_weights;

// Fills the places first..<last. `events` and `populations` are laid out [stratum][cell], `cells` apart; strata of
// weight 0 are not looked at. `weights` may have null members; then nothing is written about them.
void cseries_direct_rates(
    const double *events, const double *populations, const double *standard, size_t strata, size_t cells, size_t first,
    size_t last, double z, cseries_dsr rates, cseries_dsr_weights weights);

#endif
