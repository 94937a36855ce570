#pragma once

#include "core/base/result.h"
#include "core/network/network_plan.h"
#include "core/network/row_block.h"

#include <opencv2/core.hpp>

#include <memory>

namespace patina {

/// A stage in a stream of rows: each layer keeps the rows of its input that later outputs still need, and the
/// shortcut's rows wait until the main path has caught up with them.
class RowStage
{
public:
    virtual ~RowStage() = default;

    /// \param rows the next rows of the stage's input, full width. \returns the rows of the output that are now
    /// complete, maybe none; they stay until the next call. The same bits on any number of threads and however the
    /// rows are cut into strips.
    virtual const RowBlock &push(const RowBlock &rows) = 0;
};

/// The weights of a stage, shared by all streams through it.
class RowStageWeights
{
public:
    virtual ~RowStageWeights() = default;

    virtual int outChannels() const = 0;

    /// \param piece, whole sizes of what will be pushed and of the image it was cut from, in samples of the stage's
    /// input; on return in samples of its output. The weights must outlive the stage.
    virtual std::unique_ptr<RowStage> open(cv::Size &piece, cv::Size &whole, int threads) const = 0;
};

/// \param inChannels of the stage's input.
/// Errors: BadFormat (tensor missing or of another shape, named), Unsupported (channels that are no multiple of 8).
Result<std::unique_ptr<RowStageWeights>> createRowStage(const StageSpec &spec, const TensorArchive &tensors,
                                                        double normEpsilon, int inChannels);

} // namespace patina
