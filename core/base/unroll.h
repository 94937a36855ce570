#pragma once

/// Before a loop over registers: unrolled before anything else is done with them, as values in an array go by way of
/// memory otherwise.
#define PATINA_UNROLL _Pragma("GCC unroll 32")
