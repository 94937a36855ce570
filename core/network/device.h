#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// Where networks are computed.
struct Device
{
    enum class Kind {
        Processor, ///< our own inner loops; TorchScript modules by LibTorch
        LibTorch,  ///< LibTorch's operators on one of its devices
    };
    Kind kind = Kind::Processor;
    std::string name = "cpu"; ///< "cpu", "cuda:0"

    bool operator==(const Device &) const = default;
};

/// "cpu"; "cuda" or "cuda:N"; "auto", which is the first CUDA device where there is one, else the processor.
/// Errors: BadArgument (another name, or a device that this machine or this LibTorch does not have, with what there
/// is).
Result<Device> deviceFromName(std::string_view name);

/// The processor, and every CUDA device that this machine and this LibTorch have.
std::vector<Device> availableDevices();

/// How features are computed, as far as their last bits tell: those of other arithmetic differ a little.
std::string arithmeticOf(const Device &device);

/// Of the LibTorch that this program was built with: "1.13.1".
std::string torchVersion();

} // namespace patina
