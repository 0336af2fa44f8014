#ifndef CSERIES_LANES_H
#define CSERIES_LANES_H

#include <math.h>
#include <stdint.h>

// Vectors of 32 bytes, which every clone of a kernel takes apart as its processor likes. They stay inside functions that
// are inlined: passed or returned they would have another binary form in each clone.

#define ALWAYS static inline __attribute__((always_inline))
#define LANES 4   // doubles in a vector
#define KEYS 32   // keys in a vector
#define PAD 64    // places behind every array that vectors may read and write

typedef double vd __attribute__((vector_size(32)));
typedef int64_t vl __attribute__((vector_size(32)));
typedef double vd_u __attribute__((vector_size(32), aligned(8), may_alias));
typedef int8_t vk __attribute__((vector_size(32)));
typedef int8_t vk_u __attribute__((vector_size(32), aligned(1), may_alias));
typedef uint16_t vw __attribute__((vector_size(64)));
typedef uint8_t vb __attribute__((vector_size(32)));
typedef _Bool vbool __attribute__((ext_vector_type(32)));

typedef int32_t vi __attribute__((vector_size(16)));
typedef int8_t vs __attribute__((vector_size(4)));

#define SUM(v) ((v)[0] + (v)[1] + (v)[2] + (v)[3])
#define LARGEST(v) fmax(fmax((v)[0], (v)[1]), fmax((v)[2], (v)[3]))
#define PICK(mask, a, b) ((vd)(((mask) & (vl)(a)) | (~(mask) & (vl)(b))))
#define LOWEST ((vd){-128, -128, -128, -128})
#define HIGHEST ((vd){127, 127, 127, 127})
#define LOAD(p) (*(const vd_u *)(p))

#endif
