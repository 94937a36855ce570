#pragma once

#include "core/network/feature_network.h"

namespace patina {

/// What the program wants of LibTorch. It takes longer to load than everything else together, so that it lies in a
/// library of its own (core/torch), which is loaded when it is first wanted.
struct TorchPart
{
    const char *version;  ///< of Patina: program and part are of one version
    int (*cudaDevices)(); ///< how many there are; -1: a LibTorch without CUDA
    decltype(createTensorNetwork) *tensorNetwork;
    decltype(createTorchScriptNetwork) *torchScriptNetwork;
};

/// The one symbol of the library: a function without arguments that returns a `const TorchPart *`.
inline constexpr const char *torchPartSymbol = "patinaTorchPart";

/// Loads the library at the first call, from any thread. Errors: NotFound (missing, or of another version).
Result<const TorchPart *> torchPart();

/// True where a driver of CUDA devices is installed; asking costs nothing, where LibTorch would first be loaded.
bool hasCudaDriver();

} // namespace patina
