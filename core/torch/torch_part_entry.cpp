#include "core/network/torch_part.h"
#include "core/torch/torch_networks.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

namespace patina {

namespace {

int cudaDevices()
{
    return at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().getNumGPUs()) : -1;
}

} // namespace

extern "C" __attribute__((visibility("default"))) const TorchPart *patinaTorchPart()
{
    static const TorchPart part{PATINA_VERSION, &cudaDevices, &tensorNetwork, &torchScriptNetwork};
    return &part;
}

} // namespace patina
