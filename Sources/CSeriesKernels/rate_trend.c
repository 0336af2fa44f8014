#include "rate_trend.h"

#include <math.h>

#include "clones.h"
#include "elementary.h"

// Contraction is off, so that all clones round alike and a series has the same bits on every machine.
#pragma STDC FP_CONTRACT OFF

// Eight series at a time, one a lane. A lane that has converged stands still while the others go on, so a series has the
// same bits whatever stands beside it. No lane's sums see another lane.

#define MAXIMUM_ITERATIONS 60
// A step that moves no exponent by more than this is the last: Newton's error after it is about its square.
#define LAST_STEP 1e-9
// The longest step, in the exponent over the whole span of time: within it the curvature changes by a factor of e at most.
#define LONGEST_STEP 1.5

int64_t cseries_rate_scratch_size(int32_t points) { return (int64_t)points * 4 * (int64_t)sizeof(v8); }

// What is known of eight series before any fitting.
typedef struct {
  v8 events, exposure, moment;             // Σ y, Σ n, Σ t y
  v8 earliest, latest;                     // times with a denominator
  v8 first_event, last_event;              // times with y > 0
  v8 first_other, last_other;              // times with y < n
  v8 points;
  m8 infinite, negative, empty, above;
} summary;

// Turns eight rows into lanes and looks at them. Cells without a number, or without denominator and events, become n = 0.
#define GATHER(is_share)                                                                             \
  summary s = {.earliest = V8(INFINITY), .latest = V8(-INFINITY), .first_event = V8(INFINITY),       \
               .last_event = V8(-INFINITY), .first_other = V8(INFINITY), .last_other = V8(-INFINITY)}; \
  for (int32_t i = 0; i < points; i++) {                                                             \
    v8 count, people = V8(1);                                                                        \
    for (int lane = 0; lane < 8; lane++) {                                                           \
      const int64_t place = (lane < left ? lane : left - 1) * (int64_t)points + i;                   \
      count[lane] = row[place];                                                                      \
      if (below) people[lane] = below[place];                                                        \
    }                                                                                                \
    const m8 present = (count == count) & (people == people);                                        \
    s.infinite |= present & ~((count < INFINITY) & (people < INFINITY));                             \
    s.negative |= present & (count < 0);                                                             \
    s.empty |= present & ((people < 0) | ((people == 0) & (count > 0)));                             \
    if (is_share) s.above |= present & (people > 0) & (count > people);                              \
    const m8 usable = present & (people > 0);                                                        \
    count = V8_KEEP(usable, count);                                                                  \
    people = V8_KEEP(usable, people);                                                                \
    y[i] = count;                                                                                    \
    n[i] = people;                                                                                   \
    const v8 time = V8(times[i]);                                                                    \
    s.points += V8_KEEP(usable, V8(1));                                                              \
    s.events += count;                                                                               \
    s.exposure += people;                                                                            \
    s.moment += time * count;                                                                        \
    const m8 some = usable & (count > 0), rest = usable & (count < people);                          \
    s.earliest = V8_PICK(usable & (time < s.earliest), time, s.earliest);                            \
    s.latest = V8_PICK(usable & (time > s.latest), time, s.latest);                                  \
    s.first_event = V8_PICK(some & (time < s.first_event), time, s.first_event);                     \
    s.last_event = V8_PICK(some & (time > s.last_event), time, s.last_event);                        \
    s.first_other = V8_PICK(rest & (time < s.first_other), time, s.first_other);                     \
    s.last_other = V8_PICK(rest & (time > s.last_other), time, s.last_other);                        \
  }

#define SET(where, code) status = (m8)V8_PICK((where) & (status == 0), (v8)((m8){0} + (code)), (v8)status)

#define COMMON_STATUS                                                                 \
  m8 status = {0};                                                                    \
  SET(s.infinite, CSERIES_RATE_NOT_FINITE);                                           \
  SET(s.negative, CSERIES_RATE_NEGATIVE_COUNT);                                       \
  SET(s.empty, CSERIES_RATE_EMPTY_DENOMINATOR);                                       \
  SET(s.above, CSERIES_RATE_SHARE_ABOVE_ONE);                                         \
  SET(s.points < 3, CSERIES_RATE_TOO_FEW_POINTS);                                     \
  SET(s.earliest == s.latest, CSERIES_RATE_NO_VARIATION_IN_TIME);                     \
  SET(s.events == 0, CSERIES_RATE_NO_EVENTS);

static void store(cseries_rate_trend *result, int32_t status, double slope, double level, double error, double deviance,
                  double ratio, double pearson, double events, double exposure, double points, double iterations) {
  if (status == CSERIES_RATE_FITTED &&
      !(isfinite(slope) && isfinite(level) && isfinite(error) && isfinite(deviance) && isfinite(pearson)))
    status = CSERIES_RATE_NOT_FINITE;
  const _Bool fitted = status == CSERIES_RATE_FITTED;
  *result = (cseries_rate_trend){
      .slope = fitted ? slope : NAN,
      .level = fitted ? level : NAN,
      .slope_error = fitted ? error : NAN,
      .deviance = fitted ? deviance : NAN,
      .likelihood_ratio = fitted ? (ratio > 0 ? ratio : 0) : NAN,
      .pearson = fitted ? pearson : NAN,
      .events = events,
      .exposure = exposure,
      .points = (int32_t)points,
      .iterations = (int32_t)iterations,
      .status = status,
  };
}

#define STORE_ALL                                                                                        \
  for (int lane = 0; lane < left && lane < 8; lane++)                                                    \
    store(results + first + lane, (int32_t)status[lane], slope[lane], level[lane], error[lane], deviance[lane], \
          ratio[lane], pearson[lane], s.events[lane], s.exposure[lane], s.points[lane], iterations[lane]);

// With the level profiled out, the slope solves Σ t y = Y M1/M0, where Mk = Σ t^k n e^{bt}: the derivative of a concave
// function of one variable, whose curvature Y (M2/M0 − (M1/M0)²) is the inverse variance of the slope.
CSERIES_CLONES
void cseries_poisson_trends(const double *counts, const double *denominators, const double *times, int32_t points,
                            int64_t series, void *scratch, cseries_rate_trend *results) {
  v8 *y = scratch, *n = y + points, *weight = n + points;
  for (int64_t first = 0; first < series; first += 8) {
    const int64_t left = series - first;
    const double *row = counts + first * points, *below = denominators ? denominators + first * points : 0;
    GATHER(0)
    COMMON_STATUS
    // All events in the first year, or all in the last: the likelihood grows for ever.
    SET((s.first_event == s.latest) | (s.last_event == s.earliest), CSERIES_RATE_SEPARATION);
    const m8 good = status == 0;
    const v8 span = V8_PICK(good, s.latest - s.earliest, V8(1));
    const v8 target = V8_PICK(good, s.moment / s.events, V8(0));
    m8 moving = good;
    v8 slope = {0}, iterations = {0};
    for (int iteration = 0; iteration < MAXIMUM_ITERATIONS && V8_ANY(moving); iteration++) {
      v8 m0 = {0}, m1 = {0}, m2 = {0};
      for (int32_t i = 0; i < points; i++) {
        const v8 w = n[i] * V8_EXP(slope * times[i]), tw = w * times[i];
        m0 += w;
        m1 += tw;
        m2 += tw * times[i];
      }
      const v8 mean = m1 / m0;
      v8 step = (target - mean) / (m2 / m0 - mean * mean);
      const v8 limit = LONGEST_STEP / span;
      step = V8_PICK(step > limit, limit, step);
      step = V8_PICK(step < -limit, -limit, step);
      // Beyond this the exponents leave the range of the exponential, and no data come near it.
      const m8 wild = moving & ~((slope + step) * span < 600 & (slope + step) * span > -600);
      SET(wild, CSERIES_RATE_NOT_CONVERGED);
      moving &= ~wild;
      slope += V8_KEEP(moving, step);
      iterations += V8_KEEP(moving, V8(1));
      moving &= (step * span > LAST_STEP) | (step * span < -LAST_STEP);
    }
    SET(moving, CSERIES_RATE_NOT_CONVERGED);
    v8 m0 = {0}, m1 = {0};
    for (int32_t i = 0; i < points; i++) {
      weight[i] = n[i] * V8_EXP(slope * times[i]);
      m0 += weight[i];
      m1 += weight[i] * times[i];
    }
    const v8 mean = m1 / m0, scale = s.events / m0;
    v8 information = {0}, pearson = {0}, deviance = {0};
    for (int32_t i = 0; i < points; i++) {
      const v8 expected = scale * weight[i], time = times[i] - mean, rest = y[i] - expected;
      const m8 here = n[i] > 0, some = y[i] > 0;
      information += expected * time * time;
      pearson += V8_KEEP(here, rest * rest / expected);
      const v8 quotient = V8_PICK(some, y[i] / expected, V8(1));
      deviance += V8_KEEP(here, y[i] * V8_LOG(quotient) - rest);
    }
    deviance *= 2;
    // 2 [b Σ t y − Y log(M0(b)/M0(0))]
    const v8 growth = V8_PICK(good, m0 / s.exposure, V8(1)), base = V8_PICK(good, scale, V8(1));
    const v8 ratio = 2 * (slope * s.moment - s.events * V8_LOG(growth));
    const v8 level = V8_LOG(base), error = 1 / __builtin_elementwise_sqrt(information);
    STORE_ALL
  }
}

// Newton on level and slope together.
CSERIES_CLONES
void cseries_binomial_trends(const double *counts, const double *denominators, const double *times, int32_t points,
                             int64_t series, void *scratch, cseries_rate_trend *results) {
  v8 *y = scratch, *n = y + points;
  for (int64_t first = 0; first < series; first += 8) {
    const int64_t left = series - first;
    const double *row = counts + first * points, *below = denominators + first * points;
    GATHER(1)
    COMMON_STATUS
    SET(s.events == s.exposure, CSERIES_RATE_ALL_EVENTS);
    // A time that has all events on one side and all else on the other, itself on either: the slope runs away.
    SET((s.last_other <= s.first_event) | (s.last_event <= s.first_other), CSERIES_RATE_SEPARATION);
    const m8 good = status == 0;
    const v8 span = V8_PICK(good, s.latest - s.earliest, V8(1));
    const v8 odds = V8_PICK(good, s.events / (s.exposure - s.events), V8(1));
    const v8 even = V8_LOG(odds);
    m8 moving = good;
    v8 level = even, slope = {0}, iterations = {0};
    for (int iteration = 0; iteration < MAXIMUM_ITERATIONS && V8_ANY(moving); iteration++) {
      v8 g0 = {0}, g1 = {0}, s0 = {0}, s1 = {0}, s2 = {0};
      for (int32_t i = 0; i < points; i++) {
        const v8 e = V8_EXP(-(level + slope * times[i])), p = 1 / (1 + e), expected = n[i] * p;
        const v8 w = expected * (e * p), rest = y[i] - expected;
        g0 += rest;
        g1 += rest * times[i];
        s0 += w;
        s1 += w * times[i];
        s2 += w * times[i] * times[i];
      }
      const v8 determinant = s0 * s2 - s1 * s1;
      v8 up = (s2 * g0 - s1 * g1) / determinant, turn = (s0 * g1 - s1 * g0) / determinant;
      const v8 size = __builtin_elementwise_abs(up) + __builtin_elementwise_abs(turn) * span;
      const v8 shrink = V8_PICK(size > LONGEST_STEP, LONGEST_STEP / size, V8(1));
      up *= shrink;
      turn *= shrink;
      const v8 far = __builtin_elementwise_abs(level + up) + __builtin_elementwise_abs(slope + turn) * span;
      const m8 wild = moving & ~(far < 600);
      SET(wild, CSERIES_RATE_NOT_CONVERGED);
      moving &= ~wild;
      level += V8_KEEP(moving, up);
      slope += V8_KEEP(moving, turn);
      iterations += V8_KEEP(moving, V8(1));
      moving &= size > LAST_STEP;
    }
    SET(moving, CSERIES_RATE_NOT_CONVERGED);
    v8 s0 = {0}, s1 = {0}, pearson = {0}, deviance = {0}, ratio = {0};
    for (int32_t i = 0; i < points; i++) {
      const v8 e = V8_EXP(-(level + slope * times[i])), p = 1 / (1 + e), q = e * p;
      const v8 expected = n[i] * p, other = n[i] * q, w = expected * q, rest = y[i] - expected;
      const m8 here = n[i] > 0, some = y[i] > 0, none = y[i] < n[i];
      s0 += w;
      s1 += w * times[i];
      pearson += V8_KEEP(here, rest * rest / w);
      const v8 one = V8_PICK(some, y[i] / expected, V8(1)), two = V8_PICK(none, (n[i] - y[i]) / other, V8(1));
      deviance += V8_KEEP(here, y[i] * V8_LOG(one) + (n[i] - y[i]) * V8_LOG(two));
      // log L − log L0 = Σ y log(p/p0) + (n − y) log(q/q0)
      const v8 share = V8_PICK(good, s.events / s.exposure, V8(0.5));
      ratio += V8_KEEP(here, y[i] * V8_LOG(p / share) + (n[i] - y[i]) * V8_LOG(q / (1 - share)));
    }
    deviance *= 2;
    ratio *= 2;
    const v8 mean = s1 / s0;
    v8 information = {0};
    for (int32_t i = 0; i < points; i++) {
      const v8 e = V8_EXP(-(level + slope * times[i])), p = 1 / (1 + e), time = times[i] - mean;
      information += n[i] * p * (e * p) * time * time;
    }
    const v8 error = 1 / __builtin_elementwise_sqrt(information);
    STORE_ALL
  }
}
