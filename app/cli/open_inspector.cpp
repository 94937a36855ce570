#include "app/cli/open_inspector.h"

#include "core/network/device.h"

namespace patina::cli {

Result<std::unique_ptr<Inspector>> openInspector(const std::filesystem::path &model, const CommandContext &context)
{
    return deviceFromName(context.device).and_then([&](const Device &device) {
        return Inspector::open(model, {context.threads, {}, context.featureCache, device}, context.job);
    });
}

} // namespace patina::cli
