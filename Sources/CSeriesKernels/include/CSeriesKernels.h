#ifndef CSERIES_KERNELS_H
#define CSERIES_KERNELS_H

#include "mann_kendall.h"
#include "ols.h"
#include "sen.h"

#endif
