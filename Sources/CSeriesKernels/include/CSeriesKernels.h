#ifndef CSERIES_KERNELS_H
#define CSERIES_KERNELS_H

#include "joinpoint.h"
#include "dsr.h"
#include "mann_kendall.h"
#include "ols.h"
#include "rate_trend.h"
#include "sen.h"

#endif
