#pragma once

#include "core/coreset/coreset_builder.h"

namespace patina {

/// The strategies behind CoresetBuilder::create; see CoresetStrategy for what each does.
std::unique_ptr<CoresetBuilder> makeReservoirBuilder(const CoresetSettings &settings, FeatureMatrix projection);
std::unique_ptr<CoresetBuilder> makeGatedBuilder(const CoresetSettings &settings, FeatureMatrix projection);
std::unique_ptr<CoresetBuilder> makeMeldReduceBuilder(const CoresetSettings &settings, FeatureMatrix projection);
std::unique_ptr<CoresetBuilder> makeOfflineBuilder(const CoresetSettings &settings, FeatureMatrix projection);
std::unique_ptr<CoresetBuilder> makeRandomBuilder(const CoresetSettings &settings, int dim);

std::unique_ptr<CoresetBuilder> makeTreeBuilder(const CoresetSettings &settings, FeatureMatrix projection);
std::unique_ptr<CoresetBuilder> makeUnionBuilder(const CoresetSettings &settings, FeatureMatrix projection);

/// Errors: ShapeMismatch, BadArgument (non-finite feature). \param expectedDim 0: any.
Result<void> checkBlock(const FeatureMatrix &features, std::span<const PatchRef> origins, int expectedDim);

} // namespace patina
