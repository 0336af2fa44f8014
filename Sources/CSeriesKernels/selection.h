#ifndef CSERIES_SELECTION_H
#define CSERIES_SELECTION_H

#include <stdint.h>

#define CSERIES_SWAP(a, b) \
  do {                     \
    double held = (a);     \
    (a) = (b);             \
    (b) = held;            \
  } while (0)

static void cseries_sift(double *a, int64_t root, int64_t count) {
  for (;;) {
    int64_t child = 2 * root + 1;
    if (child >= count) return;
    if (child + 1 < count && a[child] < a[child + 1]) child++;
    if (!(a[root] < a[child])) return;
    CSERIES_SWAP(a[root], a[child]);
    root = child;
  }
}

static void cseries_heap_sort(double *a, int64_t count) {
  for (int64_t root = count / 2 - 1; root >= 0; root--) cseries_sift(a, root, count);
  for (int64_t end = count - 1; end > 0; end--) {
    CSERIES_SWAP(a[0], a[end]);
    cseries_sift(a, 0, end);
  }
}

/// The value of rank `rank` (0-based) of `count` > rank values without NaN; reorders them.
/// Quickselect about the median of three; a bad sequence of pivots ends in a heap sort, so the cost is
/// O(count log count) at worst.
static double cseries_select(double *a, int64_t count, int64_t rank) {
  int budget = 8;
  for (int64_t m = count; m > 1; m >>= 1) budget += 2;
  while (count > 12) {
    if (budget-- == 0) {
      cseries_heap_sort(a, count);
      return a[rank];
    }
    int64_t mid = count / 2, end = count - 1;
    if (a[mid] < a[0]) CSERIES_SWAP(a[mid], a[0]);
    if (a[end] < a[0]) CSERIES_SWAP(a[end], a[0]);
    if (a[end] < a[mid]) CSERIES_SWAP(a[end], a[mid]);
    double pivot = a[mid];
    // a[0] <= pivot <= a[end] bound both scans inside 0...end.
    int64_t i = 0, j = end;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (pivot < a[j]) j--;
      if (i <= j) {
        CSERIES_SWAP(a[i], a[j]);
        i++;
        j--;
      }
    }
    // Now a[0...j] <= pivot, a[i...end] >= pivot, and whatever lies between equals the pivot.
    if (rank <= j) {
      count = j + 1;
    } else if (rank >= i) {
      a += i;
      count -= i;
      rank -= i;
    } else {
      return pivot;
    }
  }
  for (int64_t i = 1; i < count; i++) {
    double held = a[i];
    int64_t j = i;
    for (; j > 0 && held < a[j - 1]; j--) a[j] = a[j - 1];
    a[j] = held;
  }
  return a[rank];
}

#endif
