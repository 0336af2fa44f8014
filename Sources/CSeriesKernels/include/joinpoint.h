// Searches over all places of joins, for many permutations of residuals at once.
#ifndef CSERIES_JOINPOINT_H
#define CSERIES_JOINPOINT_H

#include <stdint.h>

/// Most joins that are searched for.
#define CSERIES_JOINPOINT_MAXIMUM_JOINS 4
/// Most points of a series: a place fits one byte.
#define CSERIES_JOINPOINT_MAXIMUM_POINTS 200

/// The points and the hinges. Vectors are in the space of √weight times the values.
typedef struct {
  const double *level;   ///< orthonormal basis of (1, t): two vectors of `points`
  const double *hinges;  ///< `candidates` unit vectors of `points`: (t − τ)+ without what (1, t) explains
  int32_t points;
  int32_t candidates;
  int32_t gap;           ///< least distance between joins, in candidates
} cseries_joinpoint_hinges;

/// Every way to place `joins` joins, as a tree: the node of a join after others holds the coefficients that take its hinge
/// to the unit vector perpendicular to theirs, z = last · c − Σ first[l] z_l. Nodes of one depth lie in the order of a
/// depth-first walk; a node of depth d (from 0) has d + 1 numbers, `last` behind the others.
typedef struct {
  const double *nodes[CSERIES_JOINPOINT_MAXIMUM_JOINS];
  int32_t joins;  ///< 0…4
} cseries_joinpoint_tree;

/// Bytes of scratch.
int64_t cseries_joinpoint_scratch_size(int32_t points, int32_t candidates);

/// The least sums of squares with the joins of two trees, for fitted + permuted residuals.
///
/// fitted, residuals  `points` numbers
/// permutations       count × points places
/// scratch            cseries_joinpoint_scratch_size(…) bytes, 64-byte aligned
/// null, alternative  count results
void cseries_joinpoint_permuted(const cseries_joinpoint_hinges *hinges, const cseries_joinpoint_tree *null_tree,
                                const cseries_joinpoint_tree *alternative_tree, const double *fitted,
                                const double *residuals, const uint8_t *permutations, int64_t count, void *scratch,
                                double *null, double *alternative);

#endif
