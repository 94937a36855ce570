#pragma once

#include "core/base/result.h"
#include "core/metrics/evaluation.h"
#include "core/metrics/image_truth.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace patina {

struct EvaluationTotals;

/// Gathers scores against ground truth, one image at a time, in memory that does not grow with the size of the maps.
/// Several evaluators fed side by side (subsets, policies) are independent; merge() joins subsets without a second
/// pass. Not thread-safe: one thread per evaluator.
class Evaluator
{
public:
    /// Errors: BadArgument (thresholds not finite or in the wrong order, a minimum area below 1, two classes of one
    /// name).
    static Result<Evaluator> create(std::vector<LabelClass> classes, const EvaluationSettings &settings);
    Evaluator(Evaluator &&) noexcept;
    Evaluator &operator=(Evaluator &&) noexcept;
    ~Evaluator();

    /// Starts an image; one that is not ended is dropped. Errors: BadArgument (unknown class), ShapeMismatch (masks).
    Result<void> beginImage(const ImageTruth &truth);
    /// The next rows of its score map, from the top. \param rows CV_32FC1, finite, as wide as the labels.
    /// After an error the image is dropped. Errors: BadArgument, ShapeMismatch.
    Result<void> addRows(int firstRow, const cv::Mat &rows);
    /// addRows() as a sink for whoever makes the map; valid as long as this evaluator stays where it is.
    std::function<Result<void>(int firstRow, const cv::Mat &rows)> rowSink();
    /// Ends the image; only now it counts. \param imageScore used unless pixels of the image are ignored: then the
    /// maximum over the others is. Errors: BadArgument (no image, rows are missing, score not finite): it is dropped.
    Result<void> endImage(double imageScore);
    /// Forgets an image that was begun, as if it had never been.
    void dropImage();

    /// The three calls in one. \param map CV_32FC1 of the labels' size.
    Result<void> addImage(const ImageTruth &truth, double imageScore, const cv::Mat &map);

    /// Adds the images of another evaluator: evaluating A and B and merging equals evaluating both together.
    /// Errors: BadArgument (other classes or settings, or an image is begun and not ended).
    Result<void> merge(const Evaluator &other);

    /// What it holds, for merge() in another process of the same kind of machine.
    std::vector<std::uint8_t> encoded() const;
    /// As merge() with the evaluator that was encoded, which had the same classes and settings.
    /// Errors: BadFormat; BadArgument (an image is begun and not ended).
    Result<void> mergeEncoded(std::span<const std::uint8_t> bytes);

    /// What encoded() gave, read once for all that it is merged into: what they keep of regions they share.
    class Part
    {
    public:
        std::size_t images() const;

    private:
        friend class Evaluator;
        std::shared_ptr<const EvaluationTotals> m_totals;
    };
    /// Errors: BadFormat (damaged, or of other classes or thresholds than these).
    Result<Part> decoded(std::span<const std::uint8_t> bytes) const;
    /// Adds the images of a part that was decoded by this evaluator or one with the same classes and thresholds.
    /// \param position of the first of them among those that are there. No image may be begun.
    void insert(const Part &part, std::size_t position);
    /// Whether remove() may take the part away: it was inserted, and its first image is at `position`.
    bool holds(const Part &part, std::size_t position) const;
    /// As if it had never been inserted, to the last bit. \param part that it holds there.
    void remove(const Part &part, std::size_t position);
    std::size_t imageCount() const;

    /// The figures of all images so far; may be called again after more.
    Evaluation evaluate() const;

private:
    struct State;
    explicit Evaluator(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace patina
