#ifndef CSERIES_ELEMENTARY_H
#define CSERIES_ELEMENTARY_H

#include <stdint.h>

// exp and log of eight doubles at once, by our own arithmetic, so that every clone gives the same bits. Macros, not
// functions: a vector argument has no one calling convention across the clones. Contraction must be off.

typedef double v8 __attribute__((vector_size(64)));
typedef int64_t m8 __attribute__((vector_size(64)));
typedef double v8_u __attribute__((vector_size(64), aligned(8), may_alias));

#define V8(x) ((v8){0} + (x))
#define V8_PICK(mask, a, b) ((v8)(((m8)(a) & (mask)) | ((m8)(b) & ~(mask))))
#define V8_KEEP(mask, a) ((v8)((m8)(a) & (mask)))
#define V8_ANY(mask) (__builtin_reduce_or(mask) != 0)

// e^x for |x| <= 700, which the caller sees to. x = k log 2 + r with |r| <= log 2 / 2; the Taylor series of e^r up to
// r^13 leaves 4e-18. Adding 1.5 · 2^52 rounds to a whole number, which then stands in the low bits.
#define V8_EXP(x)                                                                       \
  ({                                                                                    \
    const v8 x_ = (x), shifted_ = x_ * 1.4426950408889634 + 6755399441055744.0;         \
    const v8 k_ = shifted_ - 6755399441055744.0;                                        \
    const v8 r_ = (x_ - k_ * 6.93147180369123816490e-01) - k_ * 1.90821492927058770002e-10; \
    v8 p_ = V8(1.6059043836821613e-10);                                                 \
    p_ = p_ * r_ + 2.08767569878681e-09;                                                \
    p_ = p_ * r_ + 2.505210838544172e-08;                                               \
    p_ = p_ * r_ + 2.755731922398589e-07;                                               \
    p_ = p_ * r_ + 2.7557319223985893e-06;                                              \
    p_ = p_ * r_ + 2.48015873015873e-05;                                                \
    p_ = p_ * r_ + 0.0001984126984126984;                                               \
    p_ = p_ * r_ + 0.001388888888888889;                                                \
    p_ = p_ * r_ + 0.008333333333333333;                                                \
    p_ = p_ * r_ + 0.041666666666666664;                                                \
    p_ = p_ * r_ + 0.16666666666666666;                                                 \
    p_ = p_ * r_ + 0.5;                                                                 \
    p_ = p_ * r_ * r_ + r_ + 1;                                                         \
    (v8)((m8)p_ + ((m8)shifted_ << 52));                                                \
  })

// log x for normal x > 0. x = 2^k m with m within [√½, √2), f = (m − 1)/(m + 1), log m = 2 artanh f; the series up to
// f^21 leaves 2e-17 of its value.
#define V8_LOG(x)                                                                       \
  ({                                                                                    \
    const m8 bits_ = (m8)(x) - 0x3FE6A09E667F3BCDLL;                                    \
    const m8 power_ = bits_ >> 52;                                                      \
    const v8 m_ = (v8)((bits_ & 0x000FFFFFFFFFFFFFLL) + 0x3FE6A09E667F3BCDLL);          \
    const v8 k_ = __builtin_convertvector(power_, v8);                                  \
    const v8 f_ = (m_ - 1) / (m_ + 1), s_ = f_ * f_;                                    \
    v8 p_ = V8(1.0 / 21);                                                               \
    p_ = p_ * s_ + 1.0 / 19;                                                            \
    p_ = p_ * s_ + 1.0 / 17;                                                            \
    p_ = p_ * s_ + 1.0 / 15;                                                            \
    p_ = p_ * s_ + 1.0 / 13;                                                            \
    p_ = p_ * s_ + 1.0 / 11;                                                            \
    p_ = p_ * s_ + 1.0 / 9;                                                             \
    p_ = p_ * s_ + 1.0 / 7;                                                             \
    p_ = p_ * s_ + 1.0 / 5;                                                             \
    p_ = p_ * s_ + 1.0 / 3;                                                             \
    k_ * 6.93147180369123816490e-01 + (k_ * 1.90821492927058770002e-10 + 2 * f_ * p_ * s_ + 2 * f_); \
  })

#endif
