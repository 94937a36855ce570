// Compiled for any processor: a vector takes two of its registers, so tiles are half as large.
#define PATINA_KERNELS baselineKernels
#define PATINA_TILE_SCALE 2
#include "core/network/row_kernels_body.h"
