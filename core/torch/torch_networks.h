#pragma once

#include "core/network/feature_network.h"

namespace patina {

/// createTensorNetwork(), which see, behind the library's border.
Result<std::unique_ptr<FeatureNetwork>> tensorNetwork(const Backbone &backbone, const std::vector<std::string> &layers,
                                                      const std::string &device, int threads);

/// createTorchScriptNetwork(), which see, behind the library's border.
Result<std::unique_ptr<FeatureNetwork>> torchScriptNetwork(const Backbone &backbone,
                                                           const std::vector<std::string> &layers,
                                                           const std::string &device, int threads,
                                                           const JobContext &context);

} // namespace patina
