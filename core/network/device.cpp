#include "core/network/device.h"

#include "core/network/row_kernels.h"
#include "core/network/torch_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace patina {

namespace {

/// Raised whenever the same network gives other features than before.
constexpr int featureVersion = 2;

/// Where there is no driver, LibTorch is not asked, and not loaded.
int cudaDevices()
{
    if (!hasCudaDriver())
        return 0;
    const auto part = torchPart();
    return part ? std::max(0, (*part)->cudaDevices()) : 0;
}

Result<Device> cudaDevice(int index)
{
    auto part = torchPart();
    if (!part)
        return failFrom(std::move(part));
    const int count = (*part)->cudaDevices();
    if (index < count)
        return Device{Device::Kind::LibTorch, fmt::format("cuda:{}", index)};
    if (count < 0)
        return fail(ErrorCode::BadArgument,
                    fmt::format("device cuda:{}: this program was built without support for graphics cards; use cpu, "
                                "or build it with a LibTorch that has CUDA (docs/install.md)",
                                index));
    return fail(ErrorCode::BadArgument, fmt::format("device cuda:{}: this machine has {} CUDA devices", index, count));
}

} // namespace

Result<Device> deviceFromName(std::string_view name)
{
    constexpr std::string_view cuda = "cuda";
    if (name == "cpu")
        return Device{};
    if (name == "auto")
        return cudaDevices() > 0 ? cudaDevice(0) : Device{};
    if (name == cuda)
        return cudaDevice(0);
    if (name.starts_with("cuda:")) {
        const std::string_view digits = name.substr(cuda.size() + 1);
        int index = -1;
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size() && index >= 0)
            return cudaDevice(index);
    }
    return fail(ErrorCode::BadArgument, fmt::format("unknown device \"{}\"; known are cpu, cuda, cuda:N, auto", name));
}

std::vector<Device> availableDevices()
{
    std::vector<Device> devices{Device{}};
    for (int index = 0; index < cudaDevices(); ++index)
        devices.push_back({Device::Kind::LibTorch, fmt::format("cuda:{}", index)});
    return devices;
}

std::string arithmeticOf(const Device &device)
{
    if (device.kind == Device::Kind::LibTorch)
        return fmt::format("{}, LibTorch on {}", featureVersion, device.name);
    return fmt::format("{}, {}", featureVersion, &rowKernels() == &baselineKernels ? "baseline" : "avx2");
}

std::string torchVersion()
{
    return PATINA_TORCH_VERSION;
}

} // namespace patina
