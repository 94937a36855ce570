// Compiled for processors with AVX2 and FMA; called on no other.
#define PATINA_KERNELS avx2Kernels
#define PATINA_TILE_SCALE 1
#include "core/network/row_kernels_body.h"
