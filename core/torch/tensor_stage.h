#pragma once

#include "core/network/window_operator.h"

#include <opencv2/core.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// A residual block or a plain chain with its weights.
struct TensorStageWeights
{
    StageSpec spec;
    std::vector<WindowOperator> main;
    std::optional<WindowOperator> projection;
};

/// A stage in a stream of rows: each layer keeps the rows of its input that later outputs still need, and the
/// shortcut's rows wait until the main path has caught up with them.
class TensorStage
{
public:
    /// \param stage must outlive it. \param piece, whole sizes of what is pushed and of the image it was cut from, in
    /// samples of the stage's input; on return in samples of its output.
    TensorStage(const TensorStageWeights &stage, cv::Size &piece, cv::Size &whole);
    TensorStage(TensorStage &&) noexcept;
    ~TensorStage();

    /// \param rows 1 x C x h x w, channels last, the next rows of the input. \returns the rows of the output that are
    /// now complete, an undefined tensor where there are none.
    at::Tensor push(const at::Tensor &rows);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace patina
