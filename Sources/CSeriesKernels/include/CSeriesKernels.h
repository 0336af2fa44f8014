#ifndef CSERIES_KERNELS_H
#define CSERIES_KERNELS_H

#include "dsr.h"
#include "mann_kendall.h"
#include "ols.h"
#include "sen.h"

#endif
