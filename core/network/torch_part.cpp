#include "core/network/torch_part.h"

#include <fmt/format.h>

#include <cstring>
#include <dlfcn.h>

namespace patina {

namespace {

/// Found by the program's run path: beside the build's programs, or in the package's own folder of libraries.
constexpr const char *libraryName = "patina-torch.so";

Error unusable(const std::string &why)
{
    return Error{ErrorCode::NotFound,
                 fmt::format("the part of Patina that runs LibTorch cannot be loaded: {}; install Patina again, or use "
                             "a built-in backbone on the processor, which needs no LibTorch",
                             why)};
}

Result<const TorchPart *> load()
{
    // Never unloaded: LibTorch's own threads and registries live until the program ends.
    void *library = dlopen(libraryName, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!library) {
        const char *why = dlerror();
        return tl::unexpected(unusable(why ? why : libraryName));
    }
    const auto entry = reinterpret_cast<const TorchPart *(*)()>(dlsym(library, torchPartSymbol));
    if (!entry)
        return tl::unexpected(unusable(fmt::format("{} is not Patina's", libraryName)));
    const TorchPart *part = entry();
    if (std::strcmp(part->version, PATINA_VERSION) != 0)
        return tl::unexpected(unusable(
            fmt::format("{} is of version {}, the program of {}", libraryName, part->version, PATINA_VERSION)));
    return part;
}

} // namespace

Result<const TorchPart *> torchPart()
{
    static const Result<const TorchPart *> part = load();
    return part;
}

bool hasCudaDriver()
{
    static const bool found = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL) != nullptr;
    return found;
}

Result<std::unique_ptr<FeatureNetwork>> createTensorNetwork(const Backbone &backbone,
                                                            const std::vector<std::string> &layers,
                                                            const std::string &device, int threads)
{
    return torchPart().and_then(
        [&](const TorchPart *part) { return part->tensorNetwork(backbone, layers, device, threads); });
}

Result<std::unique_ptr<FeatureNetwork>> createTorchScriptNetwork(const Backbone &backbone,
                                                                 const std::vector<std::string> &layers,
                                                                 const std::string &device, int threads,
                                                                 const JobContext &context)
{
    return torchPart().and_then(
        [&](const TorchPart *part) { return part->torchScriptNetwork(backbone, layers, device, threads, context); });
}

} // namespace patina
