#include "joinpoint.h"

#include "clones.h"

// Contraction is off, so that all clones round alike and a p-value is the same on every machine.
#pragma STDC FP_CONTRACT OFF

typedef double v8 __attribute__((vector_size(64)));

// Permutations side by side: two vectors of eight share each coefficient that is read.
#define PAIR 2
#define WIDTH (PAIR * 8)

typedef struct {
  v8 part[PAIR];
} wide;

#define EACH for (int h = 0; h < PAIR; h++)

int64_t cseries_joinpoint_scratch_size(int32_t points, int32_t candidates) {
  return ((int64_t)points + candidates) * (int64_t)sizeof(wide);
}

// The largest part of the sum of squares that joins explain: the largest Σ z² over the paths of the tree.
//
// `c` holds the products of hinges and values, one candidate a place. The loops are the depth-first walk.
static inline __attribute__((always_inline)) void explain(
    const cseries_joinpoint_tree *tree, const int joins, const wide *c, const int32_t candidates, const int32_t gap,
    wide *best) {
  const double *one = tree->nodes[0], *two = tree->nodes[1], *three = tree->nodes[2], *four = tree->nodes[3];
  for (int32_t i = 0; i < candidates - (joins - 1) * gap; i++, one++) {
    wide z0, q0;
    EACH {
      z0.part[h] = one[0] * c[i].part[h];
      q0.part[h] = z0.part[h] * z0.part[h];
    }
    if (joins == 1) {
      EACH best->part[h] = __builtin_elementwise_max(best->part[h], q0.part[h]);
      continue;
    }
    for (int32_t j = i + gap; j < candidates - (joins - 2) * gap; j++, two += 2) {
      wide z1, q1;
      EACH {
        z1.part[h] = two[1] * c[j].part[h] - two[0] * z0.part[h];
        q1.part[h] = q0.part[h] + z1.part[h] * z1.part[h];
      }
      if (joins == 2) {
        EACH best->part[h] = __builtin_elementwise_max(best->part[h], q1.part[h]);
        continue;
      }
      for (int32_t k = j + gap; k < candidates - (joins - 3) * gap; k++, three += 3) {
        wide z2, q2;
        EACH {
          z2.part[h] = three[2] * c[k].part[h] - three[0] * z0.part[h] - three[1] * z1.part[h];
          q2.part[h] = q1.part[h] + z2.part[h] * z2.part[h];
        }
        if (joins == 3) {
          EACH best->part[h] = __builtin_elementwise_max(best->part[h], q2.part[h]);
          continue;
        }
        for (int32_t l = k + gap; l < candidates; l++, four += 4) {
          EACH {
            const v8 z3 = four[3] * c[l].part[h] - four[0] * z0.part[h] - four[1] * z1.part[h] -
                          four[2] * z2.part[h];
            best->part[h] = __builtin_elementwise_max(best->part[h], q2.part[h] + z3 * z3);
          }
        }
      }
    }
  }
}

#define EXPLAIN(tree)                                                     \
  switch ((tree)->joins) {                                                \
    case 1: explain(tree, 1, c, candidates, hinges->gap, &best); break;   \
    case 2: explain(tree, 2, c, candidates, hinges->gap, &best); break;   \
    case 3: explain(tree, 3, c, candidates, hinges->gap, &best); break;   \
    case 4: explain(tree, 4, c, candidates, hinges->gap, &best); break;   \
    default: break;                                                       \
  }

CSERIES_CLONES
void cseries_joinpoint_permuted(const cseries_joinpoint_hinges *hinges, const cseries_joinpoint_tree *null_tree,
                                const cseries_joinpoint_tree *alternative_tree, const double *fitted,
                                const double *residuals, const uint8_t *permutations, int64_t count, void *scratch,
                                double *null, double *alternative) {
  const int32_t points = hinges->points, candidates = hinges->candidates;
  wide *y = scratch, *c = y + points;
  for (int64_t first = 0; first < count; first += WIDTH) {
    const int64_t left = count - first < WIDTH ? count - first : WIDTH;
    for (int lane = 0; lane < WIDTH; lane++) {
      const uint8_t *places = permutations + (first + (lane < left ? lane : left - 1)) * points;
      for (int32_t i = 0; i < points; i++) y[i].part[lane / 8][lane % 8] = fitted[i] + residuals[places[i]];
    }
    // The line goes first, twice, so that nothing of it is left in the sums of squares.
    for (int pass = 0; pass < 2; pass++) {
      for (int vector = 0; vector < 2; vector++) {
        const double *base = hinges->level + vector * points;
        wide along = {0};
        for (int32_t i = 0; i < points; i++) EACH along.part[h] += base[i] * y[i].part[h];
        for (int32_t i = 0; i < points; i++) EACH y[i].part[h] -= base[i] * along.part[h];
      }
    }
    wide squares = {0};
    for (int32_t i = 0; i < points; i++) EACH squares.part[h] += y[i].part[h] * y[i].part[h];
    for (int32_t k = 0; k < candidates; k++) {
      const double *hinge = hinges->hinges + (int64_t)k * points;
      wide sum = {0};
      for (int32_t i = 0; i < points; i++) EACH sum.part[h] += hinge[i] * y[i].part[h];
      c[k] = sum;
    }
    wide best = {0};
    EXPLAIN(null_tree)
    for (int lane = 0; lane < left; lane++)
      null[first + lane] = squares.part[lane / 8][lane % 8] - best.part[lane / 8][lane % 8];
    best = (wide){0};
    EXPLAIN(alternative_tree)
    for (int lane = 0; lane < left; lane++)
      alternative[first + lane] = squares.part[lane / 8][lane % 8] - best.part[lane / 8][lane % 8];
  }
}
